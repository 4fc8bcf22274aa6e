// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.ArrayList;
import java.util.List;
import org.millwright.scheduling.problem.Criterion;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Objective;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Problem;

/** Job shops: flexible (machines from 1) and plain (machines from 0, re-entrant, padded rows). */
final class ShopReader {

  private static final int MOST = Problem.MAX_OPERATIONS;

  private ShopReader() {}

  static Problem flexible(String name, Tokens tokens) {
    int jobCount = tokens.count("jobs", MOST);
    int machineCount = tokens.count("machines", MOST);
    tokens.skipLine();
    List<Job> jobs = new ArrayList<>();
    for (int j = 0; j < jobCount; j++) {
      int operations = tokens.count("operations", MOST);
      List<Operation> steps = new ArrayList<>();
      for (int o = 0; o < operations; o++) {
        steps.add(Operation.of(Integer.toString(o), -1, modes(tokens, machineCount)));
      }
      tokens.nextLine();
      jobs.add(Job.inARow(Integer.toString(j), steps));
    }
    tokens.expectEnd();
    return Problem.plain(name, machines(machineCount), jobs, Objective.of(Criterion.MAKESPAN));
  }

  private static List<Mode> modes(Tokens tokens, int machineCount) {
    int alternatives = tokens.nextInLine();
    if (alternatives < 1) {
      throw tokens.fault("SCHEDULE-NO-MACHINE", "an operation without an able machine");
    }
    List<Mode> modes = new ArrayList<>();
    for (int a = 0; a < alternatives; a++) {
      modes.add(
          Mode.of(machine(tokens, tokens.nextInLine() - 1, machineCount, 1), tokens.duration()));
    }
    return modes;
  }

  static Problem job(String name, Tokens tokens) {
    int jobCount = tokens.count("jobs", MOST);
    int machineCount = tokens.count("machines", MOST);
    tokens.nextLine();
    List<Job> jobs = new ArrayList<>();
    for (int j = 0; j < jobCount; j++) {
      List<Operation> steps = new ArrayList<>();
      boolean padded = false;
      while (tokens.lineHasMore()) {
        int machine = tokens.nextInLine();
        int duration = tokens.nextInLine();
        padded |= machine == -1 && duration == -1;
        if (!padded) {
          Mode mode =
              Mode.of(machine(tokens, machine, machineCount, 0), tokens.checkedDuration(duration));
          steps.add(Operation.of(Integer.toString(steps.size()), -1, List.of(mode)));
        }
      }
      if (steps.isEmpty()) {
        throw tokens.fault("SCHEDULE-SYNTAX", "a job without operations");
      }
      tokens.nextLine();
      jobs.add(Job.inARow(Integer.toString(j), steps));
    }
    tokens.expectEnd();
    return Problem.plain(name, machines(machineCount), jobs, Objective.of(Criterion.MAKESPAN));
  }

  private static int machine(Tokens tokens, int machine, int count, int first) {
    if (machine < 0 || machine >= count) {
      throw tokens.fault(
          "SCHEDULE-UNKNOWN",
          "machine " + (machine + first) + " of machines " + first + " to " + (count + first - 1));
    }
    return machine;
  }

  static List<Machine> machines(int count) {
    List<Machine> machines = new ArrayList<>();
    for (int m = 0; m < count; m++) {
      machines.add(Machine.plain(Integer.toString(m)));
    }
    return machines;
  }
}
