// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;

/** A station that takes an item apart; its one place is free when all parts have left. */
final class SplitNode extends StationNode {

  private final Router[] ways;
  private final int[] products;
  private final int[] counts;
  private final IntRing waiting = new IntRing();
  private final IntRing wayOfWaiting = new IntRing();

  /** What an item comes apart into: products, how many of each, and where they go. */
  @SuppressWarnings("ArrayRecordComponent") // passed once at building
  record Outputs(Router[] ways, int[] products, int[] counts) {}

  SplitNode(Line line, int index, String id, StationParts parts, Outputs outputs) {
    super(line, index, id, parts);
    this.ways = outputs.ways();
    this.products = outputs.products();
    this.counts = outputs.counts();
  }

  @Override
  void worked(Place place) {
    int whole = place.item;
    long cards = line.items.cards[whole];
    for (int way = 0; way < ways.length; way++) {
      for (int i = 0; i < counts[way]; i++) {
        int part = line.split(products[way], whole);
        line.items.cards[part] = cards;
        cards = 0;
        line.items.entered[part] = line.now();
        level.change(line.now(), 1);
        waiting.addLast(part);
        wayOfWaiting.addLast(way);
      }
    }
    line.items.cards[whole] = cards;
    leave(whole);
    line.consume(whole, index);
  }

  @Override
  boolean handOn(Place place) {
    for (int rest = waiting.size(); rest > 0; rest--) {
      int part = waiting.removeFirst();
      int way = wayOfWaiting.removeFirst();
      if (!ways[way].send(part, this)) {
        waiting.addLast(part);
        wayOfWaiting.addLast(way);
      }
    }
    return waiting.isEmpty();
  }

  @Override
  void exchange(Archive archive) {
    super.exchange(archive);
    for (Router way : ways) {
      way.exchange(archive);
    }
    waiting.exchange(archive);
    wayOfWaiting.exchange(archive);
  }
}
