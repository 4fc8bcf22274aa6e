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
import org.millwright.scheduling.problem.Tariff;
import org.millwright.scheduling.problem.TimeScale;

/** One machine, weighted tardiness, setups by job: the labelled sections of wtsds files. */
final class SingleMachineReader {

  private SingleMachineReader() {}

  static Problem read(String name, Tokens tokens) {
    int size = 0;
    String label = "";
    while (!label.equals("Process Times:")) {
      label = String.join(" ", tokens.words());
      if (label.startsWith("Problem Size:")) {
        size = parse(tokens, label.substring("Problem Size:".length()).strip());
      }
    }
    if (size < 1 || size > 20_000) {
      throw tokens.fault("SCHEDULE-COUNT", size + " jobs, expected 1 to 20000");
    }
    int[] durations = column(tokens, size);
    expect(tokens, "Weights:");
    int[] weights = column(tokens, size);
    expect(tokens, "Duedates:");
    int[] dues = column(tokens, size);
    expect(tokens, "Setup Times:");
    Machine machine = Machine.plain("0").withSetups(setups(tokens, size));
    List<Job> jobs = new ArrayList<>();
    for (int j = 0; j < size; j++) {
      Mode mode = Mode.of(0, tokens.checkedDuration(durations[j]));
      if (weights[j] < 0 || dues[j] < 0) {
        throw tokens.fault("SCHEDULE-TIME", "job " + j + " has a negative weight or due date");
      }
      jobs.add(
          new Job(
              Integer.toString(j),
              0,
              dues[j],
              weights[j],
              List.of(Operation.of("0", j, List.of(mode))),
              List.of()));
    }
    return new Problem(
        name,
        TimeScale.BARE,
        Problem.MAX_HORIZON,
        jobs.stream().map(Job::id).toList(),
        List.of(machine),
        List.of(),
        List.of(),
        jobs,
        Tariff.NONE,
        false,
        Objective.of(Criterion.TARDINESS),
        null);
  }

  private static Setups setups(Tokens tokens, int size) {
    int[][] between = new int[size][size];
    int[] initial = new int[size];
    String[] words = tokens.words();
    while (!words[0].equals("End")) {
      if (words.length != 3) {
        throw tokens.fault("SCHEDULE-SYNTAX", "a setup row that is not: before after ticks");
      }
      int before = parse(tokens, words[0]);
      int after = parse(tokens, words[1]);
      int ticks = parse(tokens, words[2]);
      if (before < -1 || before >= size || after < 0 || after >= size || ticks < 0) {
        throw tokens.fault("SCHEDULE-UNKNOWN", "a setup of jobs that are not there, or negative");
      }
      (before < 0 ? initial : between[before])[after] = ticks;
      words = tokens.words();
    }
    return new Setups(between, initial);
  }

  private static int[] column(Tokens tokens, int size) {
    int[] values = new int[size];
    for (int i = 0; i < size; i++) {
      values[i] = tokens.next();
    }
    tokens.nextLine();
    return values;
  }

  private static void expect(Tokens tokens, String label) {
    String found = String.join(" ", tokens.words());
    if (!found.equals(label)) {
      throw tokens.fault(
          "SCHEDULE-SYNTAX", "\"" + found + "\" where \"" + label + "\" is expected");
    }
  }

  private static int parse(Tokens tokens, String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException noInteger) {
      throw tokens.fault("SCHEDULE-SYNTAX", "\"" + word + "\" is not a whole number in range");
    }
  }
}
