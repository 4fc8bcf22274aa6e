// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;

/** A station that puts items together: it starts when it has all parts of a kit. */
final class KitNode extends StationNode {

  private final Node[] suppliers;
  private final int[] counts;
  private int[] missing;
  private final IntRing parts = new IntRing();
  private int main = Items.NONE;

  /** An assembly; the first supplier gives the item the others are built into. */
  KitNode(Line line, int index, String id, StationParts parts, Node[] suppliers, int[] counts) {
    super(line, index, id, parts);
    this.suppliers = suppliers;
    this.counts = counts;
    this.missing = counts.clone();
  }

  @Override
  boolean hasRoom(int item, Node from) {
    return isOpen() && missing[supplier(from)] > 0;
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
  }
}
