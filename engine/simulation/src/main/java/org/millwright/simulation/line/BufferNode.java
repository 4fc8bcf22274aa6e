// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.distribution.Variate;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.model.Buffer.Discipline;

/**
 * A place to wait. With capacity 0 it is a mere link: it takes an item only when the next element
 * takes it at once.
 */
final class BufferNode extends Node {

  private final Router router;
  private final int capacity;
  private final Discipline discipline;
  private final Variate transit;
  private final boolean hasTransit;
  private final int[] stockProducts;
  private final int[] productPriority;

  private final IntRing waiting = new IntRing();
  private final RankedQueue ranked = new RankedQueue();
  private int travelling;
  private boolean offersEach;

  /** What a buffer looks like from inside. */
  @SuppressWarnings("ArrayRecordComponent") // passed once at building
  record Shape(
      int capacity,
      Discipline discipline,
      Variate transit,
      boolean hasTransit,
      int[] stockProducts,
      int[] productPriority) {}

  BufferNode(Line line, int index, String id, Router router, Shape shape) {
    super(line, index, id);
    this.router = router;
    this.capacity = shape.capacity();
    this.discipline = shape.discipline();
    this.transit = shape.transit();
    this.hasTransit = shape.hasTransit();
    this.stockProducts = shape.stockProducts();
    this.productPriority = shape.productPriority();
  }

  @Override
  void start() {
    for (int product : stockProducts) {
      int item = line.items.create(product, line.now());
      line.admit();
      enter(item);
      add(item);
    }
    push();
  }

  @Override
  boolean hasRoom(int item, Node from) {
    if (capacity > 0) {
      return level.level() + reserved < capacity;
    }
    if (level.level() + reserved > 0) {
      return false;
    }
    if (router.canSend(item, this)) {
      return true;
    }
    router.await(item, this);
    return false;
  }

  @Override
  boolean isOpen() {
    return capacity == 0 || level.level() + reserved < capacity;
  }

  @Override
  void receive(int item, Node from) {
    if (hasTransit) {
      travelling++;
      long arrival = line.now() + transit.nextTicks();
      line.loop().queue().schedule(arrival, ENDING, index, 0, item);
    } else {
      join(item);
    }
  }

  @Override
  void handle(int kind, int item) {
    travelling--;
    join(item);
  }

  private void join(int item) {
    add(item);
    // Behind another item in first-in-first-out order nothing changes for the one in front.
    if (discipline != Discipline.FIFO || waiting.size() == 1 || offersEach) {
      push();
    }
  }

  private void add(int item) {
    switch (discipline) {
      case FIFO -> waiting.addLast(item);
      case LIFO -> waiting.addFirst(item);
      case PRIORITY -> ranked.add(item, productPriority[line.items.product[item]]);
    }
  }

  private boolean isEmpty() {
    return discipline == Discipline.PRIORITY ? ranked.isEmpty() : waiting.isEmpty();
  }

  @Override
  int ready() {
    if (capacity == 0) {
      return Math.min(1, waiters.size());
    }
    return discipline == Discipline.PRIORITY ? ranked.size() : waiting.size();
  }

  @Override
  int mostReady() {
    return Math.max(1, capacity);
  }

  @Override
  void offerEach() {
    offersEach = true;
  }

  /** Hands on as many items as the next elements take. */
  private void push() {
    while (!isEmpty()) {
      int item = discipline == Discipline.PRIORITY ? ranked.first() : waiting.first();
      if (!router.send(item, this)) {
        break;
      }
    }
  }

  @Override
  void left(int item) {
    if (discipline == Discipline.PRIORITY) {
      ranked.removeFirst();
    } else {
      waiting.removeFirst();
    }
    announce();
  }

  @Override
  void retry(Node at) {
    if (isEmpty()) {
      announce();
    } else {
      push();
    }
  }

  @Override
  boolean isActive() {
    return travelling > 0;
  }

  @Override
  void exchange(Archive archive) {
    super.exchange(archive);
    router.exchange(archive);
    transit.exchange(archive);
    waiting.exchange(archive);
    ranked.exchange(archive);
    travelling = archive.exchange(travelling);
  }
}
