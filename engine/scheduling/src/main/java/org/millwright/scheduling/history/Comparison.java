// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.shop.WorkClock;

/**
 * A plan beside what happened. All times are ticks of a minute.
 *
 * @param orders every order of which all steps have a place
 * @param uses every resource, by name
 * @param unplannedSteps steps without a place
 */
public record Comparison(List<Order> orders, List<Use> uses, int unplannedSteps) {

  public Comparison {
    orders = List.copyOf(orders);
    uses = List.copyOf(uses);
  }

  /**
   * An order.
   *
   * @param id in the log
   * @param release start of its first row
   * @param actualEnd end of its last row
   * @param plannedEnd end of its last step in the plan
   */
  public record Order(String id, int release, int actualEnd, int plannedEnd) {}

  /**
   * A resource.
   *
   * @param resource in the log
   * @param actualMinutes in which it did something
   * @param plannedMinutes in which it has something to do
   */
  public record Use(String resource, long actualMinutes, long plannedMinutes) {}

  /** Puts a plan beside the log it was made from. */
  public static Comparison of(LogShop shop, Plan plan) {
    int jobs = shop.problem().jobs().size();
    int[] ends = new int[jobs];
    int[] steps = new int[jobs];
    Map<String, List<Placement>> byResource = new TreeMap<>();
    for (Placement placement : plan.placements()) {
      ends[placement.job()] = Math.max(ends[placement.job()], placement.end());
      steps[placement.job()]++;
      byResource
          .computeIfAbsent(shop.resource(placement.machine()), r -> new ArrayList<>())
          .add(placement);
    }
    List<Order> orders = new ArrayList<>();
    int j = 0;
    for (List<LogStep> own : shop.routings().orders().values()) {
      if (steps[j] == own.size()) {
        int actual = own.stream().mapToInt(step -> shop.tick(step.end())).max().orElseThrow();
        int release = shop.problem().jobs().get(j).release();
        orders.add(new Order(own.getFirst().order(), release, actual, ends[j]));
      }
      j++;
    }
    List<Use> uses = new ArrayList<>();
    shop.busyMinutes()
        .forEach((name, busy) ->
            uses.add(new Use(name, busy, busy(shop, byResource.getOrDefault(name, List.of())))));
    return new Comparison(orders, uses, plan.unplanned().size());
  }

  /** Working minutes in which at least one placement is there. */
  private static long busy(LogShop shop, List<Placement> placements) {
    long sum = 0;
    int until = 0;
    for (Placement placement :
        placements.stream().sorted(Comparator.comparingInt(Placement::start)).toList()) {
      int from = Math.max(until, placement.start());
      if (placement.end() > from) {
        var calendar = shop.problem().machines().get(placement.machine()).calendar();
        sum += new WorkClock(calendar, shop.problem().horizon()).between(from, placement.end());
        until = placement.end();
      }
    }
    return sum;
  }

  /** Orders that end no later in the plan than they did. */
  public long noLater() {
    return orders.stream().filter(order -> order.plannedEnd() <= order.actualEnd()).count();
  }

  /** Mean hours from release to end by the log; 0 without orders. */
  public double actualFlowHours() {
    return orders.stream().mapToInt(o -> o.actualEnd() - o.release()).average().orElse(0) / 60;
  }

  /** Mean hours from release to end in the plan; 0 without orders. */
  public double plannedFlowHours() {
    return orders.stream().mapToInt(o -> o.plannedEnd() - o.release()).average().orElse(0) / 60;
  }

  /** Last end by the log. */
  public int actualEnd() {
    return orders.stream().mapToInt(Order::actualEnd).max().orElse(0);
  }

  /** Last end in the plan. */
  public int plannedEnd() {
    return orders.stream().mapToInt(Order::plannedEnd).max().orElse(0);
  }
}
