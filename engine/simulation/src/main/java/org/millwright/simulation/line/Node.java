// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.kernel.EventHandler;
import org.millwright.simulation.statistics.LevelRecord;

/**
 * An element that items pass.
 *
 * <p>Items are pushed: whoever holds one {@linkplain #offer offers} it to the next. If that has no
 * room it remembers the caller, and when it may have room again it {@linkplain #announce announces}
 * so; the announcement is worked off after the event in hand, which keeps the call stack flat.
 */
abstract class Node implements EventHandler {

  /** Events of one instant go in this order: what ends, what begins anew, what breaks. */
  static final int ENDING = 0;

  static final int RETURNING = 1;
  static final int FAILING = 2;

  final Line line;
  final int index;
  final String id;
  final LevelRecord level = new LevelRecord();
  final IntRing waiters = new IntRing();

  /** Whether the node lies on a loop of the graph, so that it can take part in a deadlock. */
  boolean onLoop;

  int reserved;
  private boolean announced;
  private CardCount[] entryLoops = {};
  private CardCount[] exitLoops = {};

  Node(Line line, int index, String id) {
    this.line = line;
    this.index = index;
    this.id = id;
  }

  @Override
  public final void fire(int kind, int argument) {
    handle(kind, argument);
    line.settle();
  }

  /** Reacts to an event of the node's own. */
  abstract void handle(int kind, int argument);

  /** Whether an item from a neighbour could come in now, cards aside. */
  abstract boolean hasRoom(int item, Node from);

  /** Whether it is worth asking those who wait. */
  abstract boolean isOpen();

  /** Takes an item that has just come in. */
  abstract void receive(int item, Node from);

  /** Tries again to hand on what a neighbour refused before. */
  abstract void retry(Node at);

  /** Whether something is under way here that will end by itself. */
  abstract boolean isActive();

  /** Items that could leave at this moment if there were room behind; 0 where that is unknown. */
  int ready() {
    return 0;
  }

  /** The most items that can be {@linkplain #ready ready} at a time; 0 where that is unknown. */
  int mostReady() {
    return 0;
  }

  /** From now on every item that becomes ready is offered, not only the first in line. */
  void offerEach() {}

  /** Looks at its neighbours; called once, when all nodes are there. */
  void linked() {}

  /** Starts what goes on by itself; called once, at time 0. */
  void start() {}

  /** Notices that an item has left. */
  void left(int item) {}

  /** Whether those who wait were told and have not yet tried. */
  final boolean isAnnounced() {
    return announced;
  }

  /** Takes an item if there is room; otherwise remembers who asked. */
  final boolean offer(int item, Node from) {
    if (!admits(item, from)) {
      remember(from);
      return false;
    }
    takeCards(item);
    pass(item, from);
    return true;
  }

  /** Sets a place aside for an item that will come later; otherwise remembers who asked. */
  final boolean reserve(int item, Node from) {
    if (!admits(item, from)) {
      remember(from);
      return false;
    }
    takeCards(item);
    reserved++;
    return true;
  }

  /** Takes an item into the place set aside for it. */
  final void takeReserved(int item, Node from) {
    reserved--;
    pass(item, from);
  }

  private void pass(int item, Node from) {
    from.leave(item);
    enter(item);
    receive(item, from);
  }

  final boolean admits(int item, Node from) {
    if (!hasRoom(item, from)) {
      return false;
    }
    for (CardCount loop : entryLoops) {
      if (!loop.isFree(item)) {
        return false;
      }
    }
    return true;
  }

  private void remember(Node from) {
    if (!waiters.contains(from.index)) {
      waiters.addLast(from.index);
    }
    if (onLoop) {
      line.suspectDeadlock();
    }
  }

  /** Remembers a node that wants to know of room without offering anything yet. */
  final void awaitRoom(Node waiting) {
    remember(waiting);
  }

  private void takeCards(int item) {
    for (CardCount loop : entryLoops) {
      loop.take(item);
    }
  }

  final void enter(int item) {
    long now = line.now();
    line.items.entered[item] = now;
    line.items.way[item] = Items.NONE;
    level.enter(now);
    line.trace(TraceKind.ENTER, index, item);
  }

  final void leave(int item) {
    level.leave(line.now(), line.items.entered[item]);
    for (CardCount loop : exitLoops) {
      loop.free(item);
    }
    left(item);
  }

  /** Says that there may be room now. */
  final void announce() {
    if (!announced && !waiters.isEmpty()) {
      announced = true;
      line.announce(index);
    }
  }

  /** Lets those who wait try again, in the order they came. */
  final void wake() {
    announced = false;
    for (int rest = waiters.size(); rest > 0 && isOpen(); rest--) {
      line.node(waiters.removeFirst()).retry(this);
    }
  }

  final void addEntryLoop(CardCount loop) {
    entryLoops = CardCount.append(entryLoops, loop);
  }

  final void addExitLoop(CardCount loop) {
    exitLoops = CardCount.append(exitLoops, loop);
  }

  /** Forgets what was observed so far. */
  void restartStatistics(long now) {
    level.restart(now);
  }

  /** Writes the state to an archive or takes it from there; overriders call it first. */
  void exchange(Archive archive) {
    level.exchange(archive);
    waiters.exchange(archive);
    reserved = archive.exchange(reserved);
    announced = archive.exchange(announced);
  }
}
