// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;

/** Collects items until a batch is full and hands it on. */
final class BatchNode extends Node {

  private static final int KEEP_PRODUCT = -1;

  private final Router router;
  private final int size;
  private final int product;
  private final IntRing collected = new IntRing();
  private int batch = Items.NONE;

  /**
   * A collector.
   *
   * @param product of the batch, negative to keep that of the first item
   */
  BatchNode(Line line, int index, String id, Router router, int size, int product) {
    super(line, index, id);
    this.router = router;
    this.size = size;
    this.product = product < 0 ? KEEP_PRODUCT : product;
  }

  @Override
  boolean hasRoom(int item, Node from) {
    return isOpen();
  }

  @Override
  boolean isOpen() {
    return batch == Items.NONE && collected.size() + reserved < size;
  }

  @Override
  void receive(int item, Node from) {
    collected.addLast(item);
    if (collected.size() == size) {
      combine();
      send();
    }
  }

  private void combine() {
    Items items = line.items;
    int first = collected.first();
    batch =
        items.create(product == KEEP_PRODUCT ? items.product[first] : product, items.born[first]);
    while (!collected.isEmpty()) {
      items.addChild(batch, collected.removeFirst());
    }
  }

  private void send() {
    if (batch != Items.NONE) {
      router.send(batch, this);
    }
  }

  @Override
  void left(int item) {
    level.change(line.now(), 1 - size);
    batch = Items.NONE;
    announce();
  }

  @Override
  void retry(Node at) {
    send();
  }

  @Override
  void handle(int kind, int argument) {
    throw new IllegalStateException("Batch " + id + " has no events of its own.");
  }

  @Override
  boolean isActive() {
    return false;
  }

  @Override
  void exchange(Archive archive) {
    super.exchange(archive);
    router.exchange(archive);
    collected.exchange(archive);
    batch = archive.exchange(batch);
  }
}
