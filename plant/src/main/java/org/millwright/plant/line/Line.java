// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.plant.archetype.Archetype;
import org.millwright.plant.archetype.Archetype.PlannedStopSpec;
import org.millwright.plant.archetype.MachineSpec;
import org.millwright.plant.archetype.ProductSpec;

/**
 * A line of machines with buffers between them, in simulated time. The same archetype, seed, name
 * and beginning give the same events, however often values are measured in between.
 */
public final class Line {

  /** Length of a step in simulated seconds. Stops begin and end at exact times within steps. */
  public static final double STEP_SECONDS = 1;

  private final Archetype archetype;
  private final Shifts shifts;
  private final Instant beginning;
  private final Draws orderDraws;
  private final List<Machine> machines = new ArrayList<>();
  private final List<ProcessModel> processes = new ArrayList<>();
  private final boolean[] stopPlanned;

  private long steps;
  private Instant nextShift;
  private long orderUnits;
  private long orderDoneAt;

  /**
   * A line at the beginning of its day: running, its buffers as the archetype fills them.
   *
   * @param archetype which line
   * @param name of this line; lines of different names live different days
   * @param seed of the whole plant
   * @param beginning when simulated time begins
   * @param shifts when crews change
   * @param processes makes the machines' process models
   * @param listener hears the machines' changes of state
   */
  public Line(
      Archetype archetype,
      String name,
      long seed,
      Instant beginning,
      Shifts shifts,
      ProcessSource processes,
      LineListener listener) {
    this.archetype = archetype;
    this.shifts = shifts;
    this.beginning = beginning;
    nextShift = shifts.next(beginning);
    orderDraws = Draws.of(seed, name + "/orders");
    stopPlanned = new boolean[archetype.machines().size()];
    build(name, seed, processes, listener);
    order();
  }

  private void build(String name, long seed, ProcessSource source, LineListener listener) {
    List<MachineSpec> specs = archetype.machines();
    List<@Nullable Buffer> buffers = new ArrayList<>();
    for (MachineSpec spec : specs) {
      buffers.add(spec.physics().buffer() == null ? null : new Buffer(spec.physics().buffer()));
    }
    buffers.add(null);
    ProcessModel upstream = null;
    for (int i = 0; i < specs.size(); i++) {
      MachineSpec spec = specs.get(i);
      String machineName = name + "/" + spec.id();
      ProcessModel process = source.create(spec.physics().process(), seed, machineName, upstream);
      processes.add(process);
      upstream = process;
      machines.add(
          new Machine(
              spec,
              buffers.get(i),
              buffers.get(i + 1),
              archetype.products().getFirst(),
              process,
              listener,
              seed,
              machineName));
    }
  }

  /** Which line. */
  public Archetype archetype() {
    return archetype;
  }

  /** The machines in flow order. */
  public List<Machine> machines() {
    return List.copyOf(machines);
  }

  /** Simulated time now. */
  public Instant now() {
    return beginning.plusMillis(Math.round(steps * STEP_SECONDS * 1000));
  }

  /** The shifts it works in. */
  public Shifts shifts() {
    return shifts;
  }

  /** Quantity of the present order, counted at the first machine. */
  public long orderUnits() {
    return orderUnits;
  }

  /** Lets time pass until simulated time is at or after that instant. */
  public void advanceTo(Instant until) {
    while (now().isBefore(until)) {
      step();
    }
  }

  /** Lets one step pass. */
  public void step() {
    changeShift();
    changeProducts();
    double from = steps * STEP_SECONDS;
    steps++;
    long millis = now().toEpochMilli();
    // From the end to the beginning, so that a place that becomes free is seen at once.
    for (int i = machines.size() - 1; i >= 0; i--) {
      machines.get(i).step(from, STEP_SECONDS, millis);
    }
    for (int i = 0; i < machines.size(); i++) {
      processes.get(i).step(machines.get(i), STEP_SECONDS);
    }
  }

  /** Measures a machine's process now. */
  public void measure(int machine, ProcessValues values) {
    processes.get(machine).measure(machines.get(machine), values);
  }

  private void changeShift() {
    if (now().isBefore(nextShift)) {
      planStops();
      return;
    }
    nextShift = shifts.next(now());
    PlannedStopSpec planned = archetype.plannedStop();
    for (int i = 0; i < machines.size(); i++) {
      machines.get(i).tally().shiftBegins();
      stopPlanned[i] = planned != null;
    }
    planStops();
  }

  /** A machine under repair takes its planned stop afterwards. */
  private void planStops() {
    PlannedStopSpec planned = archetype.plannedStop();
    if (planned == null) {
      return;
    }
    for (int i = 0; i < stopPlanned.length; i++) {
      if (stopPlanned[i] && machines.get(i).interruptible()) {
        stopPlanned[i] = false;
        machines.get(i).planStop(planned.reason(), planned.minutes() * 60);
      }
    }
  }

  private void changeProducts() {
    Machine first = machines.getFirst();
    if (first.total() - orderDoneAt >= orderUnits && first.interruptible()) {
      int next = nextProduct(first.productIndex());
      first.changeTo(next, archetype.products().get(next));
      orderDoneAt = first.total();
      order();
    }
    for (int i = 1; i < machines.size(); i++) {
      follow(machines.get(i - 1), machines.get(i));
    }
  }

  /** A machine changes over once its buffer has run out of the product before. */
  private static void follow(Machine upstream, Machine machine) {
    Buffer buffer = machine.buffer();
    if (buffer == null || upstream.productIndex() == machine.productIndex()) {
      return;
    }
    buffer.drain();
    boolean drained = buffer.level() < machine.spec().physics().piecesIn();
    if (drained && machine.interruptible()) {
      machine.changeTo(upstream.productIndex(), upstream.product());
    }
  }

  private int nextProduct(int present) {
    int products = archetype.products().size();
    return products == 1 ? present : (present + 1 + orderDraws.below(products - 1)) % products;
  }

  private void order() {
    double spread = archetype.order().spread() * (2 * orderDraws.uniform() - 1);
    orderUnits = Math.max(1, Math.round(archetype.order().units() * (1 + spread)));
  }

  /** What the first machine makes. */
  public ProductSpec product() {
    return machines.getFirst().product();
  }
}
