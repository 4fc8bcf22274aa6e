// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;

/** Finds machines that cannot do by the end of a week what should be done by then. */
final class Shortages {

  /** Weeks of a plan that are looked at; a longer plan is cut into longer pieces. */
  private static final int MOST_WEEKS = 1_000;

  private final Problem problem;
  private final Plan plan;
  private final Causes causes;
  private final long[][] rest;

  Shortages(Problem problem, Plan plan, Causes causes) {
    this.problem = problem;
    this.plan = plan;
    this.causes = causes;
    this.rest = problem.jobs().stream().map(Shortages::rest).toArray(long[][]::new);
  }

  List<Shortage> find() {
    int last = plan.placements().stream().mapToInt(Placement::end).max().orElse(0);
    long week = Math.max(1, problem.scale().ticks(Duration.ofDays(7)));
    week = Math.max(week, Math.ceilDiv((long) last, MOST_WEEKS));
    List<Shortage> found = new ArrayList<>();
    for (int m = 0; m < problem.machines().size(); m++) {
      List<Placement> byDeadline =
          causes.onMachine(m).stream().sorted(Comparator.comparingLong(this::latestEnd)).toList();
      int from = 0;
      long needed = 0;
      for (long begin = 0; begin < last; begin += week) {
        int to = (int) Math.min(problem.horizon(), begin + week);
        while (from < byDeadline.size() && latestEnd(byDeadline.get(from)) <= to) {
          needed += causes.ticks(byDeadline.get(from++));
        }
        long available = causes.clock(m).between(problem.machines().get(m).availableFrom(), to);
        if (needed > available) {
          found.add(new Shortage(m, (int) begin, to, needed, available));
        }
      }
    }
    return found;
  }

  /** When an operation should end for its job to be in time, the rest of the job without waits. */
  private long latestEnd(Placement place) {
    int due = problem.jobs().get(place.job()).due();
    return due == Job.NO_DUE ? Long.MAX_VALUE : due - rest[place.job()][place.operation()];
  }

  /** By operation: the shortest work of the longest way from its end to the end of its job. */
  private static long[] rest(Job job) {
    long[] rest = new long[job.operations().size()];
    List<Link> links = new ArrayList<>(job.links());
    boolean changed = true;
    for (int round = 0; changed && round <= rest.length; round++) {
      changed = false;
      for (Link link : links.reversed()) {
        long way = rest[link.after()] + shortest(job, link.after());
        changed |= way > rest[link.before()];
        rest[link.before()] = Math.max(rest[link.before()], way);
      }
    }
    return rest;
  }

  private static int shortest(Job job, int operation) {
    return job.operations().get(operation).modes().stream()
        .mapToInt(Mode::duration)
        .min()
        .orElse(0);
  }
}
