// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Objective;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Setups;
import org.millwright.scheduling.problem.Span;
import org.millwright.scheduling.problem.Tariff;
import org.millwright.scheduling.problem.TimeScale;

/**
 * A log as a problem: what was made, to be made again with what was there.
 *
 * <ul>
 *   <li>An order is released when its first row starts, and due at once: the tardiness of the plan
 *       is the flow time of all orders.
 *   <li>A step takes the minutes the log has of it, not the median of its activity: a log does not
 *       know lot sizes, and only its own minutes keep the work of the quarter what it was.
 *   <li>Where a step began in the log before the one before it had ended, lots may go over: as many
 *       as allow its start and its end in the log.
 *   <li>A resource works when the log shows it there (pauses up to four hours bridged), and round
 *       the clock after the last row of the log, so that what is left over gets a place too. What
 *       it did at once, but for a twentieth of its time, it may do at once in the plan.
 * </ul>
 */
public final class LogShop {

  private static final int MOST_LOTS = 20;

  private final Routings routings;
  private final LocalDateTime origin;
  private final int last;
  private final Map<String, List<Integer>> slots = new TreeMap<>();
  private final List<Machine> machines = new ArrayList<>();
  private final List<String> resources = new ArrayList<>();
  private final Map<String, Presence> presences = new TreeMap<>();
  private final Problem problem;

  /** The problem of a log. */
  public LogShop(EventLog log) {
    routings = Routings.of(log);
    origin =
        log.rows().stream()
            .map(LogRow::start)
            .min(Comparator.naturalOrder())
            .orElseThrow()
            .toLocalDate()
            .atStartOfDay();
    last = log.rows().stream().mapToInt(row -> Presence.tick(row.end(), origin)).max().orElse(1);
    int work =
        routings.orders().values().stream()
            .flatMap(List::stream)
            .mapToInt(LogStep::minutes)
            .reduce(0, (a, b) -> (int) Math.min(Problem.MAX_HORIZON / 2, (long) a + b));
    int horizon = Math.min(Problem.MAX_HORIZON - 1, last + work + 1);
    machines(log, horizon);
    problem = problem(horizon);
  }

  /** What is to be planned; ticks are minutes of the shop's local time. */
  public Problem problem() {
    return problem;
  }

  /** The steps the log has. */
  public Routings routings() {
    return routings;
  }

  /** The resource behind a machine of the problem. */
  public String resource(int machine) {
    return resources.get(machine);
  }

  /** Tick of the last end in the log. */
  public int lastTick() {
    return last;
  }

  /** The tick of a moment. */
  public int tick(LocalDateTime time) {
    return Presence.tick(time, origin);
  }

  /** Minutes in which every resource did something by the log, by name. */
  public Map<String, Long> busyMinutes() {
    Map<String, Long> busy = new LinkedHashMap<>();
    presences.forEach((name, presence) -> busy.put(name, presence.busy()));
    return busy;
  }

  private void machines(EventLog log, int horizon) {
    Map<String, List<LogRow>> byResource = new TreeMap<>();
    log.rows()
        .forEach(
            row -> byResource.computeIfAbsent(row.resource(), r -> new ArrayList<>()).add(row));
    byResource.forEach((name, rows) -> {
      Presence presence = Presence.of(rows, origin);
      presences.put(name, presence);
      List<Span> working = new ArrayList<>(presence.working());
      working.add(new Span(last, horizon));
      List<Integer> own = new ArrayList<>();
      for (int slot = 1; slot <= presence.slots(); slot++) {
        own.add(machines.size());
        resources.add(name);
        String id = presence.slots() == 1 ? name : name + "/" + slot;
        Calendar calendar = new Calendar(name, working);
        machines.add(new Machine(id, calendar, 0, Setups.NONE, -1, false, 0, 0));
      }
      slots.put(name, own);
    });
  }

  private Problem problem(int horizon) {
    List<Job> jobs = new ArrayList<>();
    routings.orders().forEach((order, steps) -> jobs.add(job(order, steps)));
    return new Problem(
        "log",
        new TimeScale(origin.toInstant(ZoneOffset.UTC), Duration.ofMinutes(1), true),
        horizon,
        List.of(),
        machines,
        List.of(),
        List.of(),
        jobs,
        Tariff.NONE,
        false,
        Objective.lexicographic(List.of(Criterion.TARDINESS, Criterion.MAKESPAN)),
        null);
  }

  private Job job(String order, List<LogStep> steps) {
    List<Operation> operations = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      operations.add(operation(i, steps.get(i)));
      if (i > 0) {
        links.add(link(i, steps.get(i - 1), steps.get(i)));
      }
    }
    int release = tick(steps.getFirst().start());
    return new Job(order, release, release, 1, operations, links);
  }

  private static Link link(int index, LogStep before, LogStep after) {
    long ahead = Duration.between(before.start(), after.start()).toMinutes();
    boolean overlaps = after.start().isBefore(before.end());
    long behind = Duration.between(before.end(), after.end()).toMinutes();
    long lots =
        Math.max(before.minutes() / Math.max(1, ahead), after.minutes() / Math.max(1, behind));
    return new Link(
        index - 1, index, 0, Link.UNLIMITED, overlaps ? Math.clamp(lots, 2, MOST_LOTS) : 1);
  }

  private Operation operation(int index, LogStep step) {
    Set<String> able = new TreeSet<>(routings.activity(step.activity()).resources());
    able.add(step.mainResource());
    List<Mode> modes = new ArrayList<>();
    for (String resource : able) {
      for (int machine : slots.getOrDefault(resource, List.of())) {
        modes.add(Mode.of(machine, step.minutes()));
      }
    }
    String id = (index + 1) + " " + step.activity();
    return new Operation(id, -1, modes, true, 0, 1, List.of(), null);
  }
}
