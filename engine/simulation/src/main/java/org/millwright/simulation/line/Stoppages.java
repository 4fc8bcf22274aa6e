// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.kernel.EventQueue;
import org.millwright.simulation.model.Condition;
import org.millwright.simulation.model.Interruption.Clock;
import org.millwright.simulation.model.Interruption.JobRule;
import org.millwright.simulation.model.Interruption.Onset;

/**
 * All reasons of one station to stop: breakdowns, minor stops, maintenance and the end of a shift.
 *
 * <p>The operating clock costs no event for each job: when a job starts, its end is compared with
 * what is left until the stop, and only a stop that falls inside the job is scheduled. A stop that
 * falls exactly on the end of a job waits for the start of the next, as in a slotted line.
 */
final class Stoppages implements Claimant {

  /** Event kinds, counted on from those of the station itself. */
  static final int DUE = 10;

  static final int END = 11;
  static final int WINDOW = 12;
  static final int SHIFT = 13;
  static final int OPPORTUNITY = 14;

  private static final int AFTER_ALL = Node.FAILING + 1;

  private final Line line;
  private final Stoppable owner;
  private final Stoppage[] all;
  private final Stoppage[] operating;
  private final @Nullable ShiftState shift;
  private int active;
  private int closing;
  private long workingSince;
  private boolean working;
  private boolean opportunityAsked;

  Stoppages(Line line, Stoppable owner, List<Stoppage> stoppages, @Nullable ShiftState shift) {
    this.line = line;
    this.owner = owner;
    this.all = stoppages.toArray(Stoppage[]::new);
    this.operating =
        stoppages.stream()
            .filter(stop -> stop.interruption.clock() == Clock.OPERATING)
            .toArray(Stoppage[]::new);
    this.shift = shift;
    for (int i = 0; i < all.length; i++) {
      PoolState crew = all[i].crew;
      if (crew != null) {
        var need = all[i].interruption.crew().orElseThrow();
        all[i].claim = crew.register(this, i, need.count(), need.priority());
      }
    }
  }

  /** Whether a new job may start. */
  boolean isOpen() {
    return active == 0 && closing == 0;
  }

  /** Whether work is interrupted. */
  boolean isStopped() {
    return active > 0;
  }

  List<Stoppage> list() {
    return List.of(all);
  }

  void start() {
    for (Stoppage stop : all) {
      renew(stop);
    }
    if (shift != null) {
      scheduleShiftChange(shift);
      if (!shift.isOpen(line.now())) {
        goOff(shift);
      }
    }
  }

  private void renew(Stoppage stop) {
    stop.renew();
    if (stop.interruption.clock() == Clock.CALENDAR) {
      stop.event = background(stop.nextDue(line.now()), Node.FAILING, DUE, indexOf(stop));
    }
  }

  private int indexOf(Stoppage stop) {
    int index = 0;
    while (all[index] != stop) {
      index++;
    }
    return index;
  }

  private EventQueue queue() {
    return line.loop().queue();
  }

  private long background(long at, int priority, int kind, int argument) {
    return queue().scheduleBackground(at, priority, owner.handler(), kind, argument);
  }

  /** Work has started that will last to a time. */
  void workStarts(long end) {
    if (operating.length == 0) {
      return;
    }
    if (!working) {
      working = true;
      workingSince = line.now();
    }
    for (Stoppage stop : operating) {
      long at = workingSince + stop.budget;
      if (stop.phase == Stoppage.Phase.COUNTING && at < end && !queue().isPending(stop.event)) {
        stop.event = background(at, Node.FAILING, DUE, indexOf(stop));
      }
    }
  }

  /** The last work under way has ended or was interrupted. */
  void workStops() {
    if (!working) {
      return;
    }
    working = false;
    long worked = line.now() - workingSince;
    for (Stoppage stop : operating) {
      if (stop.phase == Stoppage.Phase.COUNTING) {
        stop.budget -= worked;
        queue().cancel(stop.event);
      }
    }
  }

  /** Reacts to an event of its own. */
  void handle(int kind, int argument) {
    switch (kind) {
      case DUE -> due(all[argument]);
      case END -> end(all[argument]);
      case WINDOW -> forceAfterWindow(all[argument]);
      case OPPORTUNITY -> takeOpportunity();
      default -> changeShift();
    }
  }

  private void due(Stoppage stop) {
    stop.phase = Stoppage.Phase.DUE;
    if (stop.interruption.onset() == Onset.IMMEDIATE || !owner.isBusy()) {
      activate(stop);
    } else if (stop.interruption.onset() == Onset.FORCED) {
      close(stop);
    } else {
      long end = line.now() + line.scale().ticks(stop.interruption.window());
      stop.event = background(end, Node.FAILING, WINDOW, indexOf(stop));
    }
  }

  private void close(Stoppage stop) {
    stop.closing = true;
    closing++;
  }

  private void forceAfterWindow(Stoppage stop) {
    if (stop.phase != Stoppage.Phase.DUE) {
      return;
    }
    if (owner.isBusy()) {
      close(stop);
    } else {
      activate(stop);
    }
  }

  private void activate(Stoppage stop) {
    queue().cancel(stop.event);
    if (stop.closing) {
      stop.closing = false;
      closing--;
    }
    active++;
    stop.times++;
    stop.phase = Stoppage.Phase.WAITING;
    line.trace(TraceKind.STOP, owner.handler(), indexOf(stop), owner.name());
    owner.freeze(stop.interruption.job());
    if (stop.crew == null || stop.crew.request(stop.claim)) {
      granted(indexOf(stop));
    } else {
      owner.showStop();
    }
  }

  @Override
  public void granted(int argument) {
    Stoppage stop = all[argument];
    stop.phase = Stoppage.Phase.UNDER_WAY;
    long end = line.now() + stop.duration.nextTicks();
    stop.event = queue().schedule(end, Node.RETURNING, owner.handler(), END, argument);
    owner.showStop();
  }

  private void end(Stoppage stop) {
    line.trace(TraceKind.RETURN, owner.handler(), indexOf(stop), owner.name());
    active--;
    renew(stop);
    if (stop.crew != null) {
      stop.crew.release(stop.claim);
    }
    resumeIfFree();
  }

  private void resumeIfFree() {
    if (active == 0) {
      owner.thaw();
    } else {
      owner.showStop();
    }
  }

  /** A job is done: counts it and starts what waited for it. */
  void jobFinished() {
    for (Stoppage stop : all) {
      if (stop.interruption.clock() == Clock.JOBS
          && stop.phase == Stoppage.Phase.COUNTING
          && --stop.budget <= 0) {
        due(stop);
      }
    }
    if (closing > 0) {
      startWhatIsForced();
    }
  }

  /** Starts what waited for the last job under way. */
  void startWhatIsForced() {
    if (owner.isBusy()) {
      return;
    }
    for (Stoppage stop : all) {
      if (stop.closing) {
        activate(stop);
      }
    }
    if (shift != null && shift.pending) {
      shift.pending = false;
      closing--;
      goOff(shift);
    }
  }

  /** The owner has nothing to do at this moment: asks whether that lasts. */
  void idle() {
    if (opportunityAsked) {
      return;
    }
    for (Stoppage stop : all) {
      if (stop.phase == Stoppage.Phase.DUE && !stop.closing) {
        opportunityAsked = true;
        background(line.now(), AFTER_ALL, OPPORTUNITY, 0);
        return;
      }
    }
  }

  private void takeOpportunity() {
    opportunityAsked = false;
    for (Stoppage stop : all) {
      if (stop.phase == Stoppage.Phase.DUE && !owner.isBusy()) {
        activate(stop);
      }
    }
  }

  private void changeShift() {
    ShiftState hours = shift;
    if (hours == null) {
      return;
    }
    scheduleShiftChange(hours);
    if (hours.isOpen(line.now())) {
      comeOn(hours);
    } else if (hours.finishes && owner.isBusy()) {
      hours.pending = true;
      closing++;
    } else {
      goOff(hours);
    }
  }

  private void comeOn(ShiftState hours) {
    if (hours.pending) {
      hours.pending = false;
      closing--;
      owner.reopen();
    } else if (hours.off) {
      hours.off = false;
      active--;
      resumeIfFree();
    }
  }

  private void goOff(ShiftState hours) {
    hours.off = true;
    active++;
    owner.freeze(JobRule.RESUME);
    owner.showStop();
  }

  private void scheduleShiftChange(ShiftState hours) {
    long change = hours.nextChange(line.now());
    if (change == CalendarTicks.NEVER) {
      return;
    }
    if (hours.isOpen(line.now())) {
      background(change, Node.RETURNING, SHIFT, 0);
    } else {
      queue().schedule(change, Node.RETURNING, owner.handler(), SHIFT, 0);
    }
  }

  /** What the owner is to be counted as while it is stopped or about to stop. */
  Condition condition() {
    if (shift != null && (shift.off || shift.pending)) {
      return Condition.OFF_SHIFT;
    }
    Stoppage shown = null;
    for (Stoppage stop : all) {
      if ((stop.isActive() || stop.closing) && (shown == null || outranks(stop, shown))) {
        shown = stop;
      }
    }
    return shown == null ? Condition.MAINTENANCE : shown.condition();
  }

  /** A stop under way counts before one that is due, a breakdown before maintenance. */
  private static boolean outranks(Stoppage stop, Stoppage other) {
    return stop.isActive() == other.isActive()
        ? stop.interruption.kind().compareTo(other.interruption.kind()) < 0
        : stop.isActive();
  }

  void restartStatistics() {
    for (Stoppage stop : all) {
      stop.times = 0;
    }
  }

  void exchange(Archive archive) {
    for (Stoppage stop : all) {
      stop.exchange(archive);
    }
    if (shift != null) {
      shift.exchange(archive);
    }
    active = archive.exchange(active);
    closing = archive.exchange(closing);
    workingSince = archive.exchange(workingSince);
    working = archive.exchange(working);
    opportunityAsked = archive.exchange(opportunityAsked);
  }
}
