// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Objective;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Resource;
import org.millwright.scheduling.problem.ResourceUse;
import org.millwright.scheduling.problem.Setups;
import org.millwright.scheduling.problem.Span;
import org.millwright.scheduling.problem.Tariff;
import org.millwright.scheduling.problem.TimeScale;

/**
 * A shop of five stages with eight machines each, in minutes: twelve families with asymmetric
 * setups of 15 to 90 minutes, two shifts a day on six days of the week, releases and due dates such
 * that the machines are loaded to about nine tenths.
 */
final class ShopGenerator {

  private static final int STAGES = 5;
  private static final int MACHINES_PER_STAGE = 8;
  private static final int FAMILIES = 12;
  private static final int DAY = 1440;
  private static final int CREWS = 6;
  private static final double WORKING_SHARE = 2.0 / 3 * 6 / 7;
  private static final double LOAD = 0.9;

  private final SplittableRandom random;
  private final int orders;
  private final boolean complex;
  private final int span;
  private final int horizon;

  private ShopGenerator(int orders, boolean complex, long seed) {
    random = new SplittableRandom(seed);
    this.orders = orders;
    this.complex = complex;
    double meanTicks = 75 + 12;
    span = (int) (orders * meanTicks / MACHINES_PER_STAGE / WORKING_SHARE / LOAD);
    horizon = 6 * span + 60 * DAY;
  }

  /**
   * A problem.
   *
   * @param complex whether crews, tools, greatest lags and a stage of furnaces come on top
   */
  static Problem generate(int orders, boolean complex, long seed) {
    return new ShopGenerator(orders, complex, seed).problem();
  }

  private Problem problem() {
    Calendar shifts = shifts();
    List<Machine> machines = new ArrayList<>();
    for (int stage = 0; stage < STAGES; stage++) {
      Setups setups = setups();
      for (int m = 0; m < MACHINES_PER_STAGE; m++) {
        boolean furnace = complex && stage == 3;
        machines.add(
            new Machine(
                "S" + stage + "M" + m,
                shifts,
                0,
                furnace ? Setups.NONE : setups,
                random.nextInt(FAMILIES),
                false,
                furnace ? 4 : 0,
                0));
      }
    }
    List<Resource> resources = new ArrayList<>();
    if (complex) {
      resources.add(new Resource("crew", CREWS));
      for (int f = 0; f < FAMILIES; f++) {
        resources.add(new Resource("tool " + f, 3));
      }
    }
    List<Job> jobs = IntStream.range(0, orders).mapToObj(this::job).toList();
    return new Problem(
        orders + (complex ? " orders with crews, tools, lags and furnaces" : " orders"),
        new TimeScale(Instant.parse("2026-01-05T06:00:00Z"), Duration.ofMinutes(1), true),
        horizon,
        IntStream.range(0, FAMILIES).mapToObj(f -> "F" + f).toList(),
        machines,
        resources,
        List.of(),
        jobs,
        Tariff.NONE,
        false,
        Objective.of(Criterion.TARDINESS),
        null);
  }

  private Calendar shifts() {
    List<Span> spans = new ArrayList<>();
    for (int day = 0; day * DAY < horizon; day++) {
      if (day % 7 != 6) {
        spans.add(new Span(day * DAY, Math.min(horizon, day * DAY + 960)));
      }
    }
    return new Calendar("two shifts", spans);
  }

  private Setups setups() {
    int[][] between = new int[FAMILIES][FAMILIES];
    int[] initial = new int[FAMILIES];
    for (int f = 0; f < FAMILIES; f++) {
      initial[f] = 30;
      for (int g = 0; g < FAMILIES; g++) {
        between[f][g] = f == g ? 0 : 15 + random.nextInt(76);
      }
    }
    return new Setups(between, initial);
  }

  private Job job(int index) {
    int family = random.nextInt(FAMILIES);
    List<Operation> operations = new ArrayList<>();
    int work = 0;
    for (int stage = 0; stage < STAGES; stage++) {
      int ticks = 30 + random.nextInt(91);
      work += ticks;
      operations.add(operation(stage, family, ticks));
    }
    int release = random.nextInt(span);
    int due = release + (int) (work * (1.5 + 3 * random.nextDouble())) + random.nextInt(3 * DAY);
    int weight = 1 + random.nextInt(9);
    return new Job("O" + index, release, due, weight, operations, links());
  }

  private Operation operation(int stage, int family, int ticks) {
    List<Mode> modes = new ArrayList<>();
    List<ResourceUse> uses = new ArrayList<>();
    if (complex && stage == 1) {
      uses.add(new ResourceUse(0, 1));
    }
    if (complex && stage == 2) {
      uses.add(new ResourceUse(1 + family, 1));
    }
    int first = random.nextInt(MACHINES_PER_STAGE);
    int able = 3 + random.nextInt(4);
    boolean furnace = complex && stage == 3;
    for (int a = 0; a < (furnace ? MACHINES_PER_STAGE : able); a++) {
      int machine = stage * MACHINES_PER_STAGE + (first + a) % MACHINES_PER_STAGE;
      int own = furnace ? 150 : (int) (ticks * (0.9 + 0.3 * random.nextDouble()));
      modes.add(new Mode(machine, own, uses));
    }
    return new Operation(Integer.toString(stage), family, modes, !furnace, 0, 1, List.of(), null);
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int stage = 1; stage < STAGES; stage++) {
      boolean tight = complex && stage == 4;
      links.add(new Link(stage - 1, stage, 0, tight ? 2 * DAY : Link.UNLIMITED, 1));
    }
    return links;
  }
}
