// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.millwright.server.telemetry.IngestQueue;
import org.millwright.server.telemetry.IngestQueue.Offer;
import org.millwright.server.telemetry.RawMessage;
import org.springframework.stereotype.Component;

/**
 * The way from a broker into the ingest queue, with what happened on it counted by source: nothing
 * that a broker delivered is lost without a number that shows it.
 */
@Component
class Intake {

  /** What became of the messages of one source. */
  static final class Counts {
    final LongAdder taken = new LongAdder();
    final LongAdder bytes = new LongAdder();
    final LongAdder full = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder denied = new LongAdder();

    Totals totals() {
      return new Totals(taken.sum(), bytes.sum(), full.sum(), refused.sum(), denied.sum());
    }
  }

  /**
   * Running totals since the start.
   *
   * @param taken messages in the queue
   * @param bytes their payloads
   * @param full messages for which no room came in time
   * @param refused messages the queue cannot take at all
   * @param denied messages on topics their sender has no right to
   */
  record Totals(long taken, long bytes, long full, long refused, long denied) {}

  private final IngestQueue queue;
  private final LastMessages lastMessages;
  private final Clock clock;
  private final Duration patience;
  private final Map<String, Counts> counts = new ConcurrentHashMap<>();

  Intake(IngestQueue queue, LastMessages lastMessages, Clock clock, MqttSettings settings) {
    this.queue = queue;
    this.lastMessages = lastMessages;
    this.clock = clock;
    this.patience = Duration.ofSeconds(settings.patienceSeconds());
  }

  /**
   * Hands a message on. A message of QoS 0 that finds no room at once is counted and dropped, as
   * its sender agreed to; one of QoS 1 or 2 waits, and its sender with it.
   *
   * @return acknowledge only when {@link Offer.Taken}
   */
  CompletionStage<Offer> offer(String source, String topic, byte[] payload, int qos) {
    RawMessage message = new RawMessage(source, topic, payload, qos, clock.millis());
    lastMessages.note(message);
    CompletionStage<Offer> offered =
        qos == 0
            ? CompletableFuture.completedFuture(queue.offer(message))
            : queue.offerPatiently(message, patience);
    Counts of = counts(source);
    return offered.thenApply(offer -> {
      count(of, offer, payload.length);
      return offer;
    });
  }

  private static void count(Counts of, Offer offer, int length) {
    switch (offer) {
      case Offer.Taken _ -> {
        of.taken.increment();
        of.bytes.add(length);
      }
      case Offer.Full _ -> of.full.increment();
      case Offer.Refused _ -> of.refused.increment();
    }
  }

  void denied(String source) {
    counts(source).denied.increment();
  }

  Totals totals(String source) {
    return counts(source).totals();
  }

  private Counts counts(String source) {
    return counts.computeIfAbsent(source, name -> new Counts());
  }
}
