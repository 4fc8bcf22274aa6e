// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.jspecify.annotations.Nullable;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.kernel.EventHandler;
import org.millwright.simulation.model.Condition;
import org.millwright.simulation.model.Interruption.JobRule;
import org.millwright.simulation.statistics.ConditionRecord;

/** A continuous machine between two tanks, or between a tank and the world outside. */
final class FlowState implements EventHandler, Stoppable {

  final String id;
  final int source;
  final int target;
  final double fullPace;
  final ConditionRecord conditions = new ConditionRecord(1, Condition.RUNNING);
  private final Line line;
  private final int handler;
  private final FluidNetwork network;
  private @Nullable Stoppages stoppages;
  private Condition condition = Condition.RUNNING;
  private double pace;
  private long since;
  private double moved;

  /** What a flow is: tanks by index, negative for the world outside; pace in volume per tick. */
  record Shape(String id, int handler, int source, int target, double fullPace) {}

  FlowState(Line line, FluidNetwork network, Shape shape) {
    this.line = line;
    this.network = network;
    this.id = shape.id();
    this.handler = shape.handler();
    this.source = shape.source();
    this.target = shape.target();
    this.fullPace = shape.fullPace();
  }

  void install(Stoppages built) {
    stoppages = built;
  }

  Stoppages stoppages() {
    Stoppages installed = stoppages;
    if (installed == null) {
      throw new IllegalStateException("Flow " + id + " was used before it was built.");
    }
    return installed;
  }

  @Override
  public void fire(int kind, int argument) {
    stoppages().handle(kind, argument);
    line.settle();
  }

  /** The pace it would take if tanks were no limit. */
  double wantedPace() {
    return stoppages().isStopped() ? 0 : fullPace;
  }

  double pace() {
    return pace;
  }

  void advance(long now) {
    moved += pace * (now - since);
    since = now;
  }

  /** Goes on at a pace, held back by a dry tank before it or a full one behind it. */
  void setPace(double next, boolean dry) {
    boolean wasMoving = pace > 0;
    pace = next;
    if (stoppages().isStopped()) {
      show(stoppages().condition());
    } else if (next > 0) {
      show(Condition.RUNNING);
    } else {
      show(dry ? Condition.STARVED : Condition.BLOCKED);
    }
    if (next > 0 && !wasMoving) {
      stoppages().workStarts(CalendarTicks.NEVER);
    } else if (next == 0 && wasMoving) {
      stoppages().workStops();
    }
  }

  private void show(Condition next) {
    if (next != condition) {
      conditions.change(line.now(), condition, next);
      condition = next;
    }
  }

  /** Volume moved since the last restart. */
  double moved() {
    return moved;
  }

  @Override
  public int handler() {
    return handler;
  }

  @Override
  public String name() {
    return id;
  }

  @Override
  public boolean isBusy() {
    return false;
  }

  @Override
  public void freeze(JobRule rule) {
    network.rebalance();
  }

  @Override
  public void thaw() {
    network.rebalance();
  }

  @Override
  public void showStop() {
    network.rebalance();
  }

  @Override
  public void reopen() {
    network.rebalance();
  }

  void restartStatistics(long now) {
    advance(now);
    moved = 0;
    conditions.restart(now);
    stoppages().restartStatistics();
  }

  void exchange(Archive archive) {
    stoppages().exchange(archive);
    conditions.exchange(archive);
    condition = archive.exchange(condition);
    pace = archive.exchange(pace);
    since = archive.exchange(since);
    moved = archive.exchange(moved);
  }
}
