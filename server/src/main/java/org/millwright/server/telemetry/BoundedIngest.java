// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.telemetry.journal.Journal;

/**
 * The queue before the pipeline, bounded by messages and bytes. Journal and queue are filled under
 * one lock, so that positions rise in the order of the queue.
 */
final class BoundedIngest implements IngestQueue {

  private static final System.Logger LOG = System.getLogger(BoundedIngest.class.getName());
  private static final int MOST_ROUTES = 200_000;

  private record Waiter(RawMessage message, long until, CompletableFuture<Offer> answer) {}

  private final IngestSettings settings;
  private final Journal journal;
  private final IngestTotals totals;
  private final Deque<Queued> queue = new ArrayDeque<>();
  private final Deque<Waiter> waiters = new ArrayDeque<>();
  private final Map<String, Map<String, Route>> routes = new HashMap<>();
  private int routeCount;
  private long bytes;
  private long position;
  private @Nullable Refusal trouble;
  private boolean closed;

  /**
   * @param position the last position used; the first message gets the next one
   */
  BoundedIngest(IngestSettings settings, Journal journal, IngestTotals totals, long position) {
    this.settings = settings;
    this.journal = journal;
    this.totals = totals;
    this.position = position;
  }

  @Override
  public Offer offer(RawMessage message) {
    totals.offered.increment();
    synchronized (this) {
      return count(tryTake(message));
    }
  }

  @Override
  public CompletionStage<Offer> offerPatiently(RawMessage message, Duration patience) {
    totals.offered.increment();
    synchronized (this) {
      Offer offer = waiters.isEmpty() ? tryTake(message) : new Offer.Full();
      if (!canWait(offer)) {
        return CompletableFuture.completedFuture(count(offer));
      }
      Waiter waiter =
          new Waiter(message, System.nanoTime() + patience.toNanos(), new CompletableFuture<>());
      waiters.add(waiter);
      return waiter.answer();
    }
  }

  /** Takes a note of the platform's own, whatever the bounds. */
  void note(RawMessage message) {
    synchronized (this) {
      totals.offered.increment();
      count(take(message));
    }
  }

  private static boolean canWait(Offer offer) {
    return switch (offer) {
      case Offer.Taken taken -> false;
      case Offer.Full full -> true;
      case Offer.Refused(Refusal refusal) -> refusal.code().equals("INGEST-JOURNAL");
    };
  }

  private Offer tryTake(RawMessage message) {
    if (message.topic().startsWith("$")) {
      return new Offer.Refused(
          Refusal.of("INGEST-TOPIC", message.topic(), "Topics that begin with $ are not taken."));
    }
    if (message.payload().length > settings.maxPayloadBytes()) {
      return new Offer.Refused(tooLarge(message));
    }
    if (closed || queue.size() >= settings.queueMessages() || bytes >= settings.queueBytes()) {
      return new Offer.Full();
    }
    return take(message);
  }

  private Offer take(RawMessage message) {
    try {
      journal.append(position + 1, message, message.qos() > 0);
      if (trouble != null) {
        trouble = null;
        LOG.log(Level.INFO, "The ingest journal can be written again.");
      }
    } catch (IOException e) {
      Refusal refusal = failed(e);
      if (message.qos() > 0) {
        return new Offer.Refused(refusal);
      }
      totals.unjournaled.increment();
    }
    position++;
    bytes += message.payload().length;
    queue.add(new Queued(route(message), message, position, false, false));
    return new Offer.Taken(position);
  }

  private Refusal tooLarge(RawMessage message) {
    return new Refusal(
        "INGEST-TOO-LARGE",
        message.topic(),
        "The payload of %d bytes is larger than %d."
            .formatted(message.payload().length, settings.maxPayloadBytes()),
        "raise millwright.ingest.max-payload-bytes.");
  }

  private Refusal failed(IOException e) {
    Refusal refusal =
        new Refusal(
            "INGEST-JOURNAL",
            settings.journal().toString(),
            "The journal cannot be written: " + e.getMessage(),
            "free some space on the disk; nothing is acknowledged until then.");
    if (trouble == null) {
      LOG.log(Level.ERROR, refusal.toString());
    }
    trouble = refusal;
    return refusal;
  }

  private Offer count(Offer offer) {
    switch (offer) {
      case Offer.Taken taken -> totals.taken.increment();
      case Offer.Full full -> totals.full.increment();
      case Offer.Refused(Refusal refusal) ->
          (refusal.code().equals("INGEST-JOURNAL") ? totals.journalFailed : totals.tooLarge)
              .increment();
    }
    return offer;
  }

  private Route route(RawMessage message) {
    if (routeCount > MOST_ROUTES) { // topics are the senders' choice
      routes.clear();
      routeCount = 0;
    }
    Map<String, Route> known = routes.computeIfAbsent(message.source(), any -> new HashMap<>());
    Route route = known.get(message.topic());
    if (route == null) {
      route = Route.of(message.source(), message.topic());
      known.put(message.topic(), route);
      routeCount++;
    }
    return route;
  }

  /** Moves up to {@code most} messages out of the queue; those who wait move up. */
  int drainTo(List<Queued> target, int most) {
    List<Runnable> answers = new ArrayList<>();
    int moved = 0;
    synchronized (this) {
      for (Queued next = queue.poll(); next != null; next = moved < most ? queue.poll() : null) {
        bytes -= next.message().payload().length;
        target.add(next);
        moved++;
      }
      if (moved > 0) {
        admit(answers);
      }
    }
    answers.forEach(Runnable::run);
    return moved;
  }

  private void admit(List<Runnable> answers) {
    while (!waiters.isEmpty()) {
      Waiter waiter = waiters.getFirst();
      Offer offer = tryTake(waiter.message());
      if (canWait(offer)) {
        return;
      }
      waiters.removeFirst();
      count(offer);
      answers.add(() -> waiter.answer().complete(offer));
    }
  }

  /**
   * Some times a second: hands the journal to the operating system, answers those who waited too
   * long.
   */
  void tick() {
    List<Runnable> answers = new ArrayList<>();
    synchronized (this) {
      try {
        journal.flush();
      } catch (IOException e) {
        failed(e);
      }
      admit(answers);
      long now = System.nanoTime();
      for (Iterator<Waiter> each = waiters.iterator(); each.hasNext(); ) {
        Waiter waiter = each.next();
        if (waiter.until() - now <= 0) {
          each.remove();
          Refusal refusal = trouble;
          Offer offer = refusal == null ? new Offer.Full() : new Offer.Refused(refusal);
          count(offer);
          answers.add(() -> waiter.answer().complete(offer));
        }
      }
    }
    answers.forEach(Runnable::run);
  }

  /** Messages in the queue. */
  synchronized int size() {
    return queue.size();
  }

  /** Messages taken that are neither in the queue nor dealt with. */
  synchronized long inFlight() {
    return totals.taken.sum() + totals.replayed.sum() - totals.handled.sum() - queue.size();
  }

  /** Senders pushed back at the moment. */
  synchronized int waiting() {
    return waiters.size();
  }

  /** The last position given. */
  synchronized long position() {
    return position;
  }

  /** Why the journal cannot be written at the moment, null when it can. */
  synchronized @Nullable Refusal trouble() {
    return trouble;
  }

  /** Takes messages, also after it was closed: the ingest can be stopped and started again. */
  synchronized void open() {
    closed = false;
  }

  /** Takes nothing any more. */
  synchronized void close() {
    closed = true;
  }
}
