// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.kernel.EventHandler;
import org.millwright.simulation.statistics.LevelRecord;

/**
 * People or tools that stations share. Claims are served by priority, then first come; one that
 * needs more than is free holds up those behind it, so that nobody starves.
 */
final class PoolState implements EventHandler {

  final String id;
  final int count;
  final LevelRecord busy = new LevelRecord();
  final LevelRecord waiting = new LevelRecord();
  private final Line line;
  private final int handler;
  private final @Nullable CalendarTicks calendar;
  private final List<Claim> claims = new ArrayList<>();
  private final RankedQueue queue = new RankedQueue();
  private boolean offDuty;

  /** What one station place or one stop may ask for. */
  private record Claim(Claimant claimant, int argument, int count, int priority) {}

  PoolState(Line line, int handler, String id, int count, @Nullable CalendarTicks calendar) {
    this.line = line;
    this.handler = handler;
    this.id = id;
    this.count = count;
    this.calendar = calendar;
  }

  /** Registers a claim that may be made again and again; the result is its number. */
  int register(Claimant claimant, int argument, int needed, int priority) {
    claims.add(new Claim(claimant, argument, needed, priority));
    return claims.size() - 1;
  }

  void start() {
    CalendarTicks hours = calendar;
    if (hours != null) {
      offDuty = !hours.isOpen(line.now());
      scheduleChange(hours);
    }
  }

  private void scheduleChange(CalendarTicks hours) {
    long change = hours.nextChange(line.now());
    if (change == CalendarTicks.NEVER) {
      return;
    }
    if (offDuty) {
      line.loop().queue().schedule(change, Node.RETURNING, handler, 0, 0);
    } else {
      line.loop().queue().scheduleBackground(change, Node.RETURNING, handler, 0, 0);
    }
  }

  @Override
  public void fire(int kind, int argument) {
    CalendarTicks hours = calendar;
    if (hours != null) {
      offDuty = !offDuty;
      scheduleChange(hours);
      grant();
      line.settle();
    }
  }

  /** Makes a claim; false when it has to wait and will be granted later. */
  boolean request(int number) {
    Claim claim = claims.get(number);
    if (queue.isEmpty() && canServe(claim)) {
      busy.change(line.now(), claim.count);
      return true;
    }
    queue.add(number, claim.priority);
    waiting.enter(line.now());
    // A claim of higher priority may be served past one that waits for more than is free.
    grantTo(number);
    return false;
  }

  private void grantTo(int number) {
    if (queue.first() == number && canServe(claims.get(number))) {
      grant();
    }
  }

  /** Gives back what a claim had. */
  void release(int number) {
    busy.change(line.now(), -claims.get(number).count);
    grant();
  }

  /** Takes back a claim that is still waiting. */
  void withdraw(int number) {
    if (queue.remove(number)) {
      waiting.change(line.now(), -1);
      grant();
    }
  }

  private void grant() {
    while (!queue.isEmpty() && canServe(claims.get(queue.first()))) {
      Claim claim = claims.get(queue.removeFirst());
      waiting.change(line.now(), -1);
      busy.change(line.now(), claim.count);
      claim.claimant.granted(claim.argument);
    }
  }

  private boolean canServe(Claim claim) {
    return !offDuty && busy.level() + claim.count <= count;
  }

  void restartStatistics(long now) {
    busy.restart(now);
    waiting.restart(now);
  }

  void exchange(Archive archive) {
    busy.exchange(archive);
    waiting.exchange(archive);
    queue.exchange(archive);
    offDuty = archive.exchange(offDuty);
  }
}
