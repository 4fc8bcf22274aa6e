// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.check;

import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Problem;

/** How violations speak of things. */
final class Names {

  private Names() {}

  static String operation(Problem problem, int job, int operation) {
    return "Job "
        + problem.jobs().get(job).id()
        + " operation "
        + problem.jobs().get(job).operations().get(operation).id();
  }

  static String operation(Problem problem, Placement placement) {
    return operation(problem, placement.job(), placement.operation());
  }

  static String machine(Problem problem, int machine) {
    return "machine " + problem.machines().get(machine).id();
  }

  static String time(Problem problem, int tick) {
    return problem.scale().dated()
        ? problem.scale().instant(tick).toString()
        : Integer.toString(tick);
  }
}
