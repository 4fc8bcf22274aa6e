// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.model.Refusal;

/**
 * What was recorded of a line.
 *
 * @param intervals in the order of machine and time, not overlapping
 * @param warnings what is missing in the record, such as gaps
 */
public record History(List<StateInterval> intervals, List<Count> counts, List<Refusal> warnings) {

  public History {
    intervals = List.copyOf(intervals);
    counts = List.copyOf(counts);
    warnings = List.copyOf(warnings);
  }

  /** The intervals of each machine in the order of time; machines in the order of the file. */
  public Map<String, List<StateInterval>> byMachine() {
    Map<String, List<StateInterval>> map = new LinkedHashMap<>();
    for (StateInterval interval : intervals) {
      map.computeIfAbsent(interval.machine(), machine -> new ArrayList<>()).add(interval);
    }
    return map;
  }
}
