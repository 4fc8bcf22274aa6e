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
import org.millwright.scheduling.problem.Setups;

/** Flow shops: hybrid (identical machines at a stage) and permutation with setups by job. */
final class FlowReader {

  private static final int MOST = 100_000;

  private FlowReader() {}

  static Problem hybrid(String name, Tokens tokens) {
    int jobCount = tokens.count("jobs", MOST);
    int stages = tokens.count("stages", MOST);
    int[] first = new int[stages + 1];
    for (int s = 0; s < stages; s++) {
      first[s + 1] = first[s] + tokens.count("machines", MOST);
    }
    tokens.nextLine();
    List<Job> jobs = new ArrayList<>();
    for (int j = 0; j < jobCount; j++) {
      List<Operation> steps = new ArrayList<>();
      for (int s = 0; s < stages; s++) {
        int duration = tokens.checkedDuration(tokens.next());
        List<Mode> modes = new ArrayList<>();
        for (int m = first[s]; m < first[s + 1]; m++) {
          modes.add(Mode.of(m, duration));
        }
        steps.add(Operation.of(Integer.toString(s), -1, modes));
      }
      tokens.nextLine();
      jobs.add(Job.inARow(Integer.toString(j), steps));
    }
    tokens.expectEnd();
    return Problem.plain(
        name, ShopReader.machines(first[stages]), jobs, Objective.of(Criterion.MAKESPAN));
  }

  static Problem permutation(String name, Tokens tokens) {
    int jobCount = tokens.count("jobs", MOST);
    int machineCount = tokens.count("machines", MOST);
    tokens.nextLine();
    List<Job> jobs = new ArrayList<>();
    for (int j = 0; j < jobCount; j++) {
      List<Operation> steps = new ArrayList<>();
      for (int m = 0; m < machineCount; m++) {
        Mode mode = Mode.of(m, tokens.checkedDuration(tokens.next()));
        steps.add(Operation.of(Integer.toString(m), j, List.of(mode)));
      }
      tokens.nextLine();
      jobs.add(Job.inARow(Integer.toString(j), steps));
    }
    List<Machine> machines = new ArrayList<>();
    for (int m = 0; m < machineCount; m++) {
      machines.add(Machine.plain(Integer.toString(m)).withSetups(setups(tokens, jobCount)));
    }
    tokens.expectEnd();
    return new Problem(
        name,
        org.millwright.scheduling.problem.TimeScale.BARE,
        Problem.MAX_HORIZON,
        jobs.stream().map(Job::id).toList(),
        machines,
        List.of(),
        List.of(),
        jobs,
        org.millwright.scheduling.problem.Tariff.NONE,
        true,
        Objective.of(Criterion.MAKESPAN),
        null);
  }

  private static Setups setups(Tokens tokens, int jobCount) {
    int[][] between = new int[jobCount][jobCount];
    for (int[] row : between) {
      for (int j = 0; j < jobCount; j++) {
        row[j] = tokens.next();
        if (row[j] < 0 || row[j] > Problem.MAX_HORIZON) {
          throw tokens.fault("SCHEDULE-DURATION", "a setup time of " + row[j]);
        }
      }
      tokens.nextLine();
    }
    return new Setups(between, new int[jobCount]);
  }
}
