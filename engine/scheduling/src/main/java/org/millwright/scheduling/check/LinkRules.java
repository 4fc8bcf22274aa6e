// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.check.Violation.Rule;
import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Problem;

/** Order, lags and transfer lots inside a job. */
final class LinkRules {

  private final Problem problem;
  private final List<Violation> found;

  private LinkRules(Problem problem, List<Violation> found) {
    this.problem = problem;
    this.found = found;
  }

  static void check(Problem problem, @Nullable Placement[][] places, List<Violation> found) {
    LinkRules rules = new LinkRules(problem, found);
    for (int j = 0; j < problem.jobs().size(); j++) {
      for (Link link : problem.jobs().get(j).links()) {
        Placement before = places[j][link.before()];
        Placement after = places[j][link.after()];
        if (after != null && before != null) {
          rules.check(link, before, after);
        } else if (after != null && !rules.isLocked(after)) {
          rules.add(link, after, "is planned although the operation before it is not");
        }
      }
    }
  }

  private void check(Link link, Placement before, Placement after) {
    if (bothLocked(before, after)) {
      return;
    }
    if (link.lots() == 1) {
      if (after.start() < before.end() + link.minLag()) {
        add(link, after, "starts before the operation before it allows");
      }
    } else {
      lots(link, before, after);
    }
    if (link.maxLag() != Link.UNLIMITED && after.start() > before.end() + link.maxLag()) {
      add(link, after, "starts more than " + link.maxLag() + " ticks after the one before it");
    }
  }

  private void lots(Link link, Placement before, Placement after) {
    Calendar first = problem.machines().get(before.machine()).calendar();
    Calendar second = problem.machines().get(after.machine()).calendar();
    int firstLot =
        WorkingTime.after(first, before.start(), Link.lot(duration(before), link.lots()));
    if (after.start() < firstLot + link.minLag()) {
      add(link, after, "starts before its first transfer lot is there");
    }
    int end =
        WorkingTime.after(
            second, before.end() + link.minLag(), Link.lot(duration(after), link.lots()));
    if (after.end() < end) {
      add(link, after, "ends before its last transfer lot can");
    }
  }

  private boolean bothLocked(Placement before, Placement after) {
    return isLocked(before) && isLocked(after);
  }

  private boolean isLocked(Placement placement) {
    return operation(placement).lock() != null;
  }

  private int duration(Placement placement) {
    Operation operation = operation(placement);
    return operation.modes().stream()
        .filter(mode -> mode.machine() == placement.machine())
        .mapToInt(mode -> mode.duration())
        .findFirst()
        .orElse(placement.end() - placement.start());
  }

  private Operation operation(Placement placement) {
    return problem.jobs().get(placement.job()).operations().get(placement.operation());
  }

  private void add(Link link, Placement after, String fault) {
    Job job = problem.jobs().get(after.job());
    String message =
        "%s %s (after operation %s, start %s)."
            .formatted(
                Names.operation(problem, after),
                fault,
                job.operations().get(link.before()).id(),
                Names.time(problem, after.start()));
    found.add(new Violation(Rule.LINK, after.job(), after.operation(), message));
  }
}
