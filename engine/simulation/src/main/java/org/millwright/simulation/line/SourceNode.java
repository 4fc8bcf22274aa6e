// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.jspecify.annotations.Nullable;
import org.millwright.simulation.distribution.Choice;
import org.millwright.simulation.distribution.Variate;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.model.Source;
import org.millwright.simulation.random.RandomStream;

/**
 * Lets items onto the line. An item that arrives counts as on the line from its arrival; one of an
 * endless supply from the moment it leaves the source.
 */
final class SourceNode extends Node {

  /** Items let in at one instant after which nothing is taken to hold them back. */
  private static final int ENDLESS = 3_000_000;

  /** Marks an item that was counted as on the line when it arrived and had to wait. */
  private static final long WAITED = 1;

  private final Router router;
  private final @Nullable Variate interarrival;
  private final Variate lot;
  private final long startTick;
  private final long limit;
  private final boolean loses;
  private final int[] products;
  private final Choice shares;
  private final boolean inTurn;
  private final RandomStream mixStream;

  private final IntRing ready = new IntRing();
  private int turn;
  private long made;
  private long lost;

  /** What a source draws from. */
  record Draws(
      @Nullable Variate interarrival, Variate lot, long startTick, RandomStream mixStream) {}

  SourceNode(Line line, int index, Source source, Router router, Draws draws, int[] products) {
    super(line, index, source.id());
    this.router = router;
    this.interarrival = draws.interarrival();
    this.lot = draws.lot();
    this.startTick = draws.startTick();
    this.mixStream = draws.mixStream();
    this.limit = source.limit();
    this.loses = source.loses();
    this.products = products;
    this.shares =
        new Choice(source.mix().shares().stream().mapToDouble(Double::doubleValue).toArray());
    this.inTurn = source.mix().inTurn();
  }

  @Override
  void start() {
    if (interarrival == null) {
      pushEndlessly();
    } else {
      long first = startTick >= 0 ? startTick : interarrival.nextTicks();
      line.loop().queue().schedule(line.now() + first, ENDING, index, 0, 0);
    }
  }

  @Override
  void handle(int kind, int argument) {
    long count = Math.round(lot.next());
    for (long i = 0; i < count && made < limit; i++) {
      arrive();
    }
    if (ready.isEmpty()) {
      scheduleNext();
    }
  }

  private void arrive() {
    int item = make();
    if (!ready.isEmpty() || !router.send(item, this)) {
      if (loses) {
        lost++;
        level.leave(line.now(), line.now());
        line.trace(TraceKind.DISCARD, index, item);
        line.items.remove(item);
      } else {
        ready.addLast(item);
        line.items.work[item] = WAITED;
        line.admit();
      }
    }
  }

  private void scheduleNext() {
    Variate gap = interarrival;
    if (gap != null && made < limit) {
      line.loop().queue().schedule(line.now() + gap.nextTicks(), ENDING, index, 0, 0);
    }
  }

  private int make() {
    made++;
    int item = line.items.create(nextProduct(), line.now());
    level.enter(line.now());
    return item;
  }

  private int nextProduct() {
    if (products.length == 1) {
      return products[0];
    }
    if (inTurn) {
      int product = products[turn];
      turn = (turn + 1) % products.length;
      return product;
    }
    return products[shares.pick(mixStream.nextOpen())];
  }

  private void pushEndlessly() {
    for (int sent = 0; ready.isEmpty() && made < limit; sent++) {
      int item = make();
      if (!router.send(item, this)) {
        ready.addLast(item);
      } else if (sent > ENDLESS) {
        line.overflow();
        break;
      }
    }
  }

  @Override
  void retry(Node at) {
    if (ready.isEmpty()) {
      return;
    }
    while (!ready.isEmpty()) {
      int item = ready.removeFirst();
      if (!router.send(item, this)) {
        ready.addFirst(item);
        return;
      }
    }
    if (interarrival == null) {
      pushEndlessly();
    } else {
      scheduleNext();
    }
  }

  @Override
  void left(int item) {
    if (line.items.work[item] == WAITED) {
      line.items.work[item] = 0;
      return;
    }
    if (interarrival == null) {
      line.items.born[item] = line.now();
    }
    line.admit();
  }

  @Override
  boolean hasRoom(int item, Node from) {
    return false;
  }

  @Override
  boolean isOpen() {
    return false;
  }

  @Override
  void receive(int item, Node from) {
    throw new IllegalStateException("Source " + id + " was given an item.");
  }

  @Override
  boolean isActive() {
    return false;
  }

  /** Whether all items it may make are made and gone. */
  boolean isExhausted() {
    return made >= limit && ready.isEmpty();
  }

  /** Items that found the line full and were lost, since the last restart. */
  long lost() {
    return lost;
  }

  @Override
  void restartStatistics(long now) {
    super.restartStatistics(now);
    lost = 0;
  }

  @Override
  void exchange(Archive archive) {
    super.exchange(archive);
    router.exchange(archive);
    if (interarrival != null) {
      interarrival.exchange(archive);
    }
    lot.exchange(archive);
    mixStream.exchange(archive);
    ready.exchange(archive);
    turn = archive.exchange(turn);
    made = archive.exchange(made);
    lost = archive.exchange(lost);
  }
}
