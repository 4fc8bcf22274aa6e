// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.IdentityHashMap;
import java.util.List;
import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Machine;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Setups;

/** What is known of each machine; equal calendars and setup tables are shared. */
final class MachineTable {

  final WorkClock[] clock;
  final int[] availableFrom;
  final int[] initialFamily;
  final boolean[] blocking;
  final int[] batchCapacity;
  final int[][] setup;

  MachineTable(Problem problem) {
    List<Machine> machines = problem.machines();
    int count = machines.size();
    clock = new WorkClock[count];
    availableFrom = new int[count];
    initialFamily = new int[count];
    blocking = new boolean[count];
    batchCapacity = new int[count];
    setup = new int[count][];
    IdentityHashMap<Calendar, WorkClock> clocks = new IdentityHashMap<>();
    IdentityHashMap<Setups, int[]> tables = new IdentityHashMap<>();
    for (int m = 0; m < count; m++) {
      Machine machine = machines.get(m);
      clock[m] =
          clocks.computeIfAbsent(
              machine.calendar(), calendar -> new WorkClock(calendar, problem.horizon()));
      availableFrom[m] = machine.availableFrom();
      initialFamily[m] = machine.initialFamily();
      blocking[m] = machine.blocking();
      batchCapacity[m] = machine.batchCapacity();
      setup[m] =
          tables.computeIfAbsent(
              machine.setups(), setups -> table(setups, problem.families().size()));
    }
  }

  /** One row for "no family yet", then one a family. */
  private static int[] table(Setups setups, int families) {
    if (setups.isNone()) {
      return new int[0];
    }
    int[] table = new int[(families + 1) * families];
    for (int before = -1; before < families; before++) {
      for (int after = 0; after < families; after++) {
        table[(before + 1) * families + after] = setups.ticks(before, after);
      }
    }
    return table;
  }
}
