// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.Arrays;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.model.Sink;
import org.millwright.simulation.statistics.QuantileSketch;
import org.millwright.simulation.statistics.Tally;

/** Where items leave the line. A batch leaves as the items in it. */
final class SinkNode extends Node {

  final Tally leadTime = new Tally();
  final QuantileSketch leadTimes = new QuantileSketch();
  private final long[] thresholds;
  private long[] above;
  private final Tally[] ofProduct;
  private final boolean scrap;
  private long defective;

  SinkNode(Line line, int index, Sink sink, long[] thresholds, int productCount) {
    super(line, index, sink.id());
    this.thresholds = thresholds;
    this.above = new long[thresholds.length];
    this.ofProduct = new Tally[productCount];
    Arrays.setAll(ofProduct, product -> new Tally());
    this.scrap = sink.scrap();
  }

  @Override
  boolean hasRoom(int item, Node from) {
    return true;
  }

  @Override
  boolean isOpen() {
    return true;
  }

  @Override
  void receive(int item, Node from) {
    level.leave(line.now(), line.now());
    if (line.items.isBatch(item)) {
      finishAll(item);
    } else {
      finish(item);
    }
  }

  private void finishAll(int batch) {
    Items items = line.items;
    int child = items.firstChild[batch];
    line.freeCards(batch);
    items.remove(batch);
    while (child != Items.NONE) {
      int next = items.nextSibling[child];
      if (items.isBatch(child)) {
        finishAll(child);
      } else {
        finish(child);
      }
      child = next;
    }
  }

  private void finish(int item) {
    long time = line.now() - line.items.born[item];
    leadTime.add((double) time);
    leadTimes.add(time);
    for (int i = 0; i < thresholds.length; i++) {
      above[i] += time > thresholds[i] ? 1 : 0;
    }
    ofProduct[line.items.product[item]].add((double) time);
    defective += line.items.defective[item] ? 1 : 0;
    if (scrap) {
      line.scrap(item, index);
    } else {
      line.finish(item, index);
    }
  }

  /** The lead times of a product since the last restart. */
  Tally leadTimeOf(int product) {
    return ofProduct[product];
  }

  /** Defective items among those that arrived since the last restart. */
  long defective() {
    return defective;
  }

  /** The share of items whose lead time was above a threshold; NaN when none arrived. */
  double shareAbove(int threshold) {
    return (double) above[threshold] / leadTime.count();
  }

  @Override
  void handle(int kind, int argument) {
    throw new IllegalStateException("Sink " + id + " has no events of its own.");
  }

  @Override
  void retry(Node at) {}

  @Override
  boolean isActive() {
    return false;
  }

  @Override
  void restartStatistics(long now) {
    super.restartStatistics(now);
    leadTime.restart();
    leadTimes.restart();
    above = new long[above.length];
    for (Tally tally : ofProduct) {
      tally.restart();
    }
    defective = 0;
  }

  @Override
  void exchange(Archive archive) {
    super.exchange(archive);
    leadTime.exchange(archive);
    leadTimes.exchange(archive);
    above = archive.exchange(above);
    for (Tally tally : ofProduct) {
      tally.exchange(archive);
    }
    defective = archive.exchange(defective);
  }
}
