// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Material;
import org.millwright.scheduling.problem.MaterialUse;
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

/** Random small problems that use every feature of the model, each with a chance of its own. */
public final class RandomProblems {

  private static final int FAMILIES = 3;

  private final SplittableRandom random;

  private final boolean crowded;

  private RandomProblems(long seed, boolean crowded) {
    random = new SplittableRandom(seed);
    this.crowded = crowded;
  }

  /** The problem of a seed; in every other one most features meet. */
  public static Problem of(long seed) {
    return new RandomProblems(seed, Long.bitCount(seed) % 2 == 0).problem();
  }

  private Problem problem() {
    int machineCount = between(1, 5);
    boolean materials = with(30);
    List<Machine> machines = IntStream.range(0, machineCount).mapToObj(this::machine).toList();
    List<Job> jobs =
        IntStream.range(0, between(1, 8)).mapToObj(j -> job(j, machineCount, materials)).toList();
    return new Problem(
        "random",
        TimeScale.BARE,
        20_000,
        IntStream.range(0, FAMILIES).mapToObj(Integer::toString).toList(),
        machines,
        List.of(new Resource("crew", 2), new Resource("mould", 1)),
        List.of(
            new Material(
                "steel",
                between(0, 20),
                List.of(new Material.Receipt(50, 30), new Material.Receipt(200, 500)))),
        jobs,
        new Tariff(List.of(new Tariff.Step(0, 1), new Tariff.Step(100, 0.3))),
        false,
        objective(),
        null);
  }

  private Objective objective() {
    List<Criterion> all = List.of(Criterion.values());
    return Objective.lexicographic(
        List.of(all.get(between(0, 4)), all.get(between(0, 1))).stream().distinct().toList());
  }

  private Machine machine(int index) {
    return new Machine(
        "M" + index,
        without(50) ? Calendar.ALWAYS : calendar(),
        without(80) ? 0 : between(1, 30),
        without(50) ? Setups.NONE : setups(),
        without(50) ? -1 : between(0, FAMILIES - 1),
        with(15),
        with(20) ? between(2, 4) : 0,
        chance(50) ? 2.5 : 0);
  }

  private Calendar calendar() {
    List<Span> spans = new ArrayList<>();
    int at = between(0, 10);
    while (at < 20_000) {
      int to = at + between(30, 60);
      spans.add(new Span(at, Math.min(20_000, to)));
      at = to + between(5, 40);
    }
    return new Calendar("shifts", spans);
  }

  private Setups setups() {
    int[][] between = new int[FAMILIES][FAMILIES];
    int[] initial = new int[FAMILIES];
    for (int[] row : between) {
      java.util.Arrays.setAll(row, i -> between(0, 12));
    }
    java.util.Arrays.setAll(initial, i -> between(0, 5));
    return new Setups(between, initial);
  }

  private Job job(int index, int machines, boolean materials) {
    int count = between(1, 5);
    List<Operation> operations = new ArrayList<>();
    for (int o = 0; o < count; o++) {
      operations.add(operation(o, machines, materials));
    }
    return new Job(
        "J" + index,
        between(0, 60),
        without(20) ? Job.NO_DUE : between(20, 300),
        between(0, 5),
        operations,
        without(70) ? row(count) : tree(count));
  }

  private List<Link> row(int count) {
    List<Link> links = new ArrayList<>();
    for (int o = 1; o < count; o++) {
      links.add(link(o - 1, o));
    }
    return links;
  }

  private List<Link> tree(int count) {
    List<Link> links = new ArrayList<>();
    for (int o = 0; o + 1 < count; o++) {
      links.add(link(o, between(o + 1, count - 1)));
    }
    return links;
  }

  private Link link(int before, int after) {
    int minLag = without(70) ? 0 : between(1, 10);
    int maxLag = without(75) ? Link.UNLIMITED : minLag + between(0, 25);
    return new Link(before, after, minLag, maxLag, without(80) ? 1 : between(2, 4));
  }

  private Operation operation(int index, int machines, boolean materials) {
    List<Mode> modes = new ArrayList<>();
    int first = between(0, machines - 1);
    int alternatives = between(1, Math.min(3, machines));
    for (int a = 0; a < alternatives; a++) {
      List<ResourceUse> uses = new ArrayList<>();
      if (with(25)) {
        uses.add(new ResourceUse(0, between(1, 2)));
      }
      if (with(10)) {
        uses.add(new ResourceUse(1, 1));
      }
      modes.add(new Mode((first + a) % machines, between(1, 28), uses));
    }
    return new Operation(
        "O" + index,
        chance(10) ? -1 : between(0, FAMILIES - 1),
        modes,
        chance(40),
        without(85) ? 0 : between(0, 100),
        between(1, 2),
        materials && with(30) ? List.of(new MaterialUse(0, between(1, 9))) : List.of(),
        null);
  }

  /** Whether a feature is there that is there so often where problems are not crowded. */
  private boolean with(int percent) {
    return chance(crowded ? Math.min(80, 2 * percent) : percent);
  }

  /** Whether a feature is not there that is absent so often where problems are not crowded. */
  private boolean without(int percent) {
    return chance(crowded ? percent / 2 : percent);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }
}
