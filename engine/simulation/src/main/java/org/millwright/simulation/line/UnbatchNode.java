// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;

/** Takes a batch apart and hands its items on one by one. An item that is no batch just passes. */
final class UnbatchNode extends Node {

  private final Router router;
  private final IntRing parts = new IntRing();

  UnbatchNode(Line line, int index, String id, Router router) {
    super(line, index, id);
    this.router = router;
  }

  @Override
  boolean hasRoom(int item, Node from) {
    return isOpen();
  }

  @Override
  boolean isOpen() {
    return parts.isEmpty() && reserved == 0;
  }

  @Override
  void receive(int item, Node from) {
    Items items = line.items;
    if (items.isBatch(item)) {
      takeApart(item);
    } else {
      parts.addLast(item);
    }
    send();
  }

  private void takeApart(int batch) {
    Items items = line.items;
    level.change(line.now(), -1);
    int child = items.firstChild[batch];
    while (child != Items.NONE) {
      int next = items.nextSibling[child];
      items.nextSibling[child] = Items.NONE;
      items.cards[child] |= items.cards[batch];
      items.cards[batch] = 0;
      items.entered[child] = line.now();
      items.way[child] = Items.NONE;
      level.change(line.now(), 1);
      parts.addLast(child);
      child = next;
    }
    items.remove(batch);
  }

  private void send() {
    boolean sent = true;
    while (sent && !parts.isEmpty()) {
      sent = router.send(parts.first(), this);
    }
  }

  @Override
  void left(int item) {
    parts.removeFirst();
    if (parts.isEmpty()) {
      announce();
    }
  }

  @Override
  void retry(Node at) {
    send();
  }

  @Override
  void handle(int kind, int argument) {
    throw new IllegalStateException("Unbatch " + id + " has no events of its own.");
  }

  @Override
  boolean isActive() {
    return false;
  }

  @Override
  void exchange(Archive archive) {
    super.exchange(archive);
    router.exchange(archive);
    parts.exchange(archive);
  }
}
