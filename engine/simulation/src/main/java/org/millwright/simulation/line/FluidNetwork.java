// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.kernel.EventHandler;
import org.millwright.simulation.kernel.EventQueue;

/**
 * Tanks and the flows between them. Between events every level changes at an even pace; an event is
 * a tank that runs dry or full, a flow that stops or starts, or a volume moved by a station.
 */
final class FluidNetwork implements EventHandler {

  private static final int MOST_ROUNDS = 1000;
  private static final double TOLERANCE = 1e-12;

  private final @Nullable Line line;
  private final int handler;
  private final List<TankState> tanks = new ArrayList<>();
  private final List<FlowState> flows = new ArrayList<>();
  private final IntRing waiting = new IntRing();
  private long event = EventQueue.NONE;
  private long check = EventQueue.NONE;
  private long wanted = CalendarTicks.NEVER;

  FluidNetwork(@Nullable Line line, int handler) {
    this.line = line;
    this.handler = handler;
  }

  /** The network of a line without fluids. */
  static FluidNetwork none() {
    return new FluidNetwork(null, 0);
  }

  List<TankState> tanks() {
    return tanks;
  }

  List<FlowState> flows() {
    return flows;
  }

  void start() {
    flows.forEach(flow -> flow.stoppages().start());
    rebalance();
  }

  @Override
  public void fire(int kind, int argument) {
    rebalance();
    if (line != null) {
      retryWaiting(line);
      line.settle();
    }
  }

  private void retryWaiting(Line running) {
    wanted = CalendarTicks.NEVER;
    for (int rest = waiting.size(); rest > 0; rest--) {
      Node station = running.node(waiting.removeFirst());
      station.retry(station);
    }
    schedule(running);
  }

  /** Brings all levels up to date and finds the paces from now on. */
  void rebalance() {
    if (line == null || tanks.isEmpty()) {
      return;
    }
    advance(line.now());
    double[] pace = new double[flows.size()];
    for (int i = 0; i < pace.length; i++) {
      pace[i] = flows.get(i).wantedPace();
    }
    int round = 0;
    while (throttle(pace) && round < MOST_ROUNDS) {
      round++;
    }
    apply(pace);
    schedule(line);
  }

  private void advance(long now) {
    tanks.forEach(tank -> tank.advance(now));
    flows.forEach(flow -> flow.advance(now));
  }

  /** Slows flows out of dry tanks and into full ones; false when nothing changed. */
  private boolean throttle(double[] pace) {
    boolean changed = false;
    for (int tank = 0; tank < tanks.size(); tank++) {
      double in = sum(pace, tank, true);
      double out = sum(pace, tank, false);
      if (tanks.get(tank).isEmpty() && out > in * (1 + TOLERANCE)) {
        changed |= scale(pace, tank, false, in / out);
      }
      if (tanks.get(tank).isFull() && in > out * (1 + TOLERANCE)) {
        changed |= scale(pace, tank, true, out / in);
      }
    }
    return changed;
  }

  private double sum(double[] pace, int tank, boolean into) {
    double sum = 0;
    for (int i = 0; i < pace.length; i++) {
      sum += (into ? flows.get(i).target : flows.get(i).source) == tank ? pace[i] : 0;
    }
    return sum;
  }

  private boolean scale(double[] pace, int tank, boolean into, double factor) {
    boolean changed = false;
    for (int i = 0; i < pace.length; i++) {
      if ((into ? flows.get(i).target : flows.get(i).source) == tank && pace[i] > 0) {
        pace[i] *= factor;
        changed = true;
      }
    }
    return changed;
  }

  private void apply(double[] pace) {
    for (int tank = 0; tank < tanks.size(); tank++) {
      tanks.get(tank).pace = sum(pace, tank, true) - sum(pace, tank, false);
    }
    for (int i = 0; i < pace.length; i++) {
      FlowState flow = flows.get(i);
      boolean dry = flow.source >= 0 && tanks.get(flow.source).isEmpty();
      flow.setPace(pace[i], dry);
    }
  }

  private void schedule(Line running) {
    double ticks =
        wanted == CalendarTicks.NEVER ? Double.POSITIVE_INFINITY : wanted - running.now();
    for (TankState tank : tanks) {
      ticks = Math.min(ticks, tank.ticksToBound());
    }
    EventQueue queue = running.loop().queue();
    queue.cancel(event);
    if (ticks < CalendarTicks.NEVER / 4.0) {
      long at = running.now() + Math.max(1, (long) ticks);
      event = queue.schedule(at, Node.RETURNING, handler, 0, 0);
    }
  }

  /**
   * Moves volumes out of tanks (sign -1) or into them (sign 1), all or none; a station that has to
   * wait is called again as soon as a tank may have what it needs.
   */
  boolean move(List<TankLinks.Link> links, int sign, Node station) {
    advance(station.line.now());
    for (TankLinks.Link link : links) {
      TankState tank = tanks.get(link.tank());
      double after = tank.level + sign * link.volume();
      if (after < -TOLERANCE * tank.capacity || after > tank.capacity * (1 + TOLERANCE)) {
        await(station, tank, sign > 0 ? after - tank.capacity : after);
        return false;
      }
    }
    for (TankLinks.Link link : links) {
      tanks.get(link.tank()).add(sign * link.volume());
    }
    changedByHand(station.line);
    return true;
  }

  private void await(Node station, TankState tank, double gap) {
    if (!waiting.contains(station.index)) {
      waiting.addLast(station.index);
    }
    // Too little (gap below 0) is mended by a rising level, too much by a falling one.
    if (gap * tank.pace < 0) {
      wanted = Math.min(wanted, station.line.now() + (long) Math.ceil(-gap / tank.pace));
      schedule(station.line);
    }
  }

  private void changedByHand(Line running) {
    EventQueue queue = running.loop().queue();
    if (!queue.isPending(check)) {
      check = queue.schedule(running.now(), Node.RETURNING, handler, 0, 0);
    }
  }

  void restartStatistics(long now) {
    tanks.forEach(tank -> tank.restartStatistics(now));
    flows.forEach(flow -> flow.restartStatistics(now));
  }

  void exchange(Archive archive) {
    tanks.forEach(tank -> tank.exchange(archive));
    flows.forEach(flow -> flow.exchange(archive));
    waiting.exchange(archive);
    event = archive.exchange(event);
    check = archive.exchange(check);
    wanted = archive.exchange(wanted);
  }
}
