// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Orders with their steps, and activities with who is able to do them, as a log shows them.
 *
 * <p>A step is what the log has of one activity in a row: the log starts a new row with every shift
 * and every person.
 */
public final class Routings {

  /** Rows a resource needs of an activity to count as able: one or two may be a slip. */
  private static final int ABLE_FROM = 3;

  private final Map<String, List<LogStep>> orders = new LinkedHashMap<>();
  private final Map<String, Activity> activities = new TreeMap<>();

  private Routings() {}

  /** The routings of a log. */
  public static Routings of(EventLog log) {
    Routings routings = new Routings();
    Map<String, List<LogRow>> byOrder = new LinkedHashMap<>();
    log.rows()
        .forEach(row -> byOrder.computeIfAbsent(row.order(), o -> new ArrayList<>()).add(row));
    byOrder.forEach((order, rows) -> routings.orders.put(order, steps(rows)));
    routings.activities(log);
    return routings;
  }

  /** The steps of every order, by order in the order of the file. */
  public Map<String, List<LogStep>> orders() {
    return orders;
  }

  /** All kinds of steps, by name. */
  public List<Activity> activities() {
    return List.copyOf(activities.values());
  }

  /** What is known of a kind of step. */
  public Activity activity(String name) {
    Activity activity = activities.get(name);
    if (activity == null) {
      throw new IllegalArgumentException("no activity " + name);
    }
    return activity;
  }

  private static List<LogStep> steps(List<LogRow> rows) {
    rows.sort(
        Comparator.comparing(LogRow::start)
            .thenComparing(LogRow::end)
            .thenComparingInt(LogRow::line));
    List<LogStep> steps = new ArrayList<>();
    List<LogRow> run = new ArrayList<>();
    for (LogRow row : rows) {
      if (!run.isEmpty() && !run.getLast().activity().equals(row.activity())) {
        steps.add(step(run));
        run.clear();
      }
      run.add(row);
    }
    steps.add(step(run));
    return steps;
  }

  private static LogStep step(List<LogRow> run) {
    return new LogStep(run.getFirst().order(), run.getFirst().activity(), run);
  }

  private void activities(EventLog log) {
    Map<String, Map<String, Integer>> rows = new HashMap<>();
    for (LogRow row : log.rows()) {
      rows.computeIfAbsent(row.activity(), a -> new TreeMap<>())
          .merge(row.resource(), 1, Integer::sum);
    }
    Map<String, List<Integer>> minutes = new HashMap<>();
    for (List<LogStep> steps : orders.values()) {
      for (LogStep step : steps) {
        minutes.computeIfAbsent(step.activity(), a -> new ArrayList<>()).add(step.minutes());
      }
    }
    rows.forEach((name, counts) -> {
      Set<String> able = new TreeSet<>(counts.keySet());
      able.removeIf(resource -> counts.getOrDefault(resource, 0) < ABLE_FROM);
      List<Integer> sorted = minutes.getOrDefault(name, List.of()).stream().sorted().toList();
      int last = sorted.size() - 1;
      activities.put(
          name,
          new Activity(
              name,
              sorted.size(),
              List.copyOf(able),
              sorted.get(last / 2),
              sorted.get(last * 9 / 10)));
    });
  }
}
