// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;

/**
 * A station that puts items together: it starts when it has all parts of a kit.
 *
 * <p>Parts stay where they wait, in their buffers or finished on the machine before, until the kit
 * is complete, and then come all at once: an assembly is not one more place to store parts (the
 * convention of the assembly networks of Gershwin, Manufacturing Systems Engineering, 1994, chapter
 * 5). Only from suppliers that cannot hold as many as a kit needs, such as a source, they come one
 * by one.
 */
final class KitNode extends StationNode {

  private final Node[] suppliers;
  private final int[] counts;
  private final boolean[] holds;
  private int[] missing;
  private boolean gathering;
  private final IntRing parts = new IntRing();
  private int main = Items.NONE;

  /** An assembly; the first supplier gives the item the others are built into. */
  KitNode(Line line, int index, String id, StationParts parts, Node[] suppliers, int[] counts) {
    super(line, index, id, parts);
    this.suppliers = suppliers;
    this.counts = counts;
    this.missing = counts.clone();
    this.holds = new boolean[counts.length];
  }

  @Override
  void linked() {
    for (int i = 0; i < counts.length; i++) {
      holds[i] = suppliers[i].mostReady() >= counts[i];
      if (holds[i] && counts[i] > 1) {
        suppliers[i].offerEach();
      }
    }
  }

  @Override
  boolean hasRoom(int item, Node from) {
    int supplier = supplier(from);
    if (!isOpen() || missing[supplier] == 0) {
      return false;
    }
    if (holds[supplier] && !gathering) {
      gatherIfComplete(supplier);
    }
    return gathering || !holds[supplier];
  }

  /** Starts to take parts in once they are all there, the one being offered included. */
  private void gatherIfComplete(int offering) {
    for (int i = 0; i < counts.length; i++) {
      int ready = holds[i] ? suppliers[i].ready() : 0;
      int there = i == offering ? Math.max(1, ready) : ready;
      if (there < missing[i]) {
        return;
      }
    }
    gathering = true;
    announce();
  }

  @Override
  boolean isOpen() {
    return stoppages().isOpen() && hasFreePlace();
  }

  private int supplier(Node from) {
    for (int i = 0; i < suppliers.length; i++) {
      if (suppliers[i].index == from.index) {
        return i;
      }
    }
    throw new IllegalStateException("Assembly " + id + " needs nothing from " + from.id + ".");
  }

  @Override
  void receive(int item, Node from) {
    int supplier = supplier(from);
    missing[supplier]--;
    if (supplier == 0 && main == Items.NONE) {
      main = item;
    } else {
      parts.addLast(item);
    }
    if (isComplete()) {
      combine();
    } else {
      announce();
    }
  }

  private boolean isComplete() {
    for (int count : missing) {
      if (count > 0) {
        return false;
      }
    }
    return true;
  }

  private void combine() {
    while (!parts.isEmpty()) {
      int part = parts.removeFirst();
      line.items.defective[main] |= line.items.defective[part];
      leave(part);
      line.consume(part, index);
    }
    missing = counts.clone();
    gathering = false;
    int item = main;
    main = Items.NONE;
    load(item);
  }

  @Override
  void exchange(Archive archive) {
    super.exchange(archive);
    missing = archive.exchange(missing);
    parts.exchange(archive);
    main = archive.exchange(main);
    gathering = archive.exchange(gathering);
  }
}
