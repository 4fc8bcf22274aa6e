// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.kernel.EventQueue;
import org.millwright.simulation.model.Condition;
import org.millwright.simulation.model.Conveyor;
import org.millwright.simulation.statistics.ConditionRecord;

/**
 * A belt with an even speed.
 *
 * <p>Items keep a pitch (transit time over capacity) apart at both ends. On an accumulating belt an
 * item that cannot leave lets the others close up behind it; when it leaves, all of them move on
 * together. A full belt therefore passes one item a pitch. A fixed belt stands still while its
 * first item cannot leave: positions are kept on a clock that stands with the belt.
 */
final class ConveyorNode extends Node {

  private static final int ARRIVAL = 0;
  private static final int ENTRY = 1;

  final ConditionRecord conditions = new ConditionRecord(1, Condition.STARVED);
  private final Router router;
  private final int capacity;
  private final long transit;
  private final long pitch;
  private final boolean accumulating;

  private final IntRing belt = new IntRing();
  private long entryFree;
  private long exitFree;
  private long entryEvent = EventQueue.NONE;
  private boolean blocked;
  private long stoppedAt;
  private long standing;
  private Condition condition = Condition.STARVED;

  ConveyorNode(Line line, int index, Router router, Conveyor conveyor) {
    super(line, index, conveyor.id());
    this.router = router;
    this.capacity = conveyor.capacity();
    this.transit = line.scale().ticks(conveyor.transit());
    this.pitch = transit / capacity;
    this.accumulating = conveyor.accumulating();
  }

  /** The clock the belt moves on. */
  private long beltTime() {
    return (standsStill() ? stoppedAt : line.now()) - standing;
  }

  private boolean standsStill() {
    return blocked && !accumulating;
  }

  @Override
  boolean hasRoom(int item, Node from) {
    if (level.level() + reserved >= capacity || standsStill()) {
      return false;
    }
    if (beltTime() >= entryFree) {
      return true;
    }
    scheduleEntry();
    return false;
  }

  private void scheduleEntry() {
    EventQueue queue = line.loop().queue();
    if (!queue.isPending(entryEvent)) {
      long at = entryFree + standing;
      entryEvent = queue.schedule(at, RETURNING, index, ENTRY, 0);
    }
  }

  @Override
  boolean isOpen() {
    return level.level() + reserved < capacity && !standsStill();
  }

  @Override
  void receive(int item, Node from) {
    entryFree = beltTime() + pitch;
    line.items.work[item] = beltTime() + transit;
    belt.addLast(item);
    if (belt.size() == 1) {
      expectFirst();
    }
    show();
  }

  private void expectFirst() {
    long at = Math.max(line.items.work[belt.first()], exitFree) + standing;
    line.loop().queue().schedule(Math.max(at, line.now()), ENDING, index, ARRIVAL, 0);
  }

  @Override
  void handle(int kind, int argument) {
    if (kind == ENTRY) {
      announce();
    } else {
      sendFirst();
    }
  }

  private void sendFirst() {
    if (!router.send(belt.first(), this) && !blocked) {
      blocked = true;
      stoppedAt = line.now();
      if (!accumulating) {
        line.loop().queue().cancel(entryEvent);
      }
    }
    show();
  }

  @Override
  void left(int item) {
    belt.removeFirst();
    if (standsStill()) {
      standing += line.now() - stoppedAt;
    }
    blocked = false;
    exitFree = beltTime() + pitch;
    if (!belt.isEmpty()) {
      expectFirst();
    }
    announce();
  }

  @Override
  void retry(Node at) {
    if (blocked) {
      sendFirst();
    }
  }

  @Override
  int ready() {
    return blocked ? 1 : 0;
  }

  @Override
  int mostReady() {
    return 1;
  }

  private void show() {
    Condition next =
        blocked ? Condition.BLOCKED : belt.isEmpty() ? Condition.STARVED : Condition.RUNNING;
    if (next != condition) {
      conditions.change(line.now(), condition, next);
      condition = next;
    }
  }

  @Override
  boolean isActive() {
    return !belt.isEmpty() && !blocked;
  }

  @Override
  void restartStatistics(long now) {
    super.restartStatistics(now);
    conditions.restart(now);
  }

  @Override
  void exchange(Archive archive) {
    super.exchange(archive);
    conditions.exchange(archive);
    router.exchange(archive);
    belt.exchange(archive);
    entryFree = archive.exchange(entryFree);
    exitFree = archive.exchange(exitFree);
    entryEvent = archive.exchange(entryEvent);
    blocked = archive.exchange(blocked);
    stoppedAt = archive.exchange(stoppedAt);
    standing = archive.exchange(standing);
    condition = archive.exchange(condition);
  }
}
