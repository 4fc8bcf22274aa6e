// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.util.List;

/**
 * A log as far as it can be used.
 *
 * @param rowCount rows in the file, without the header
 * @param rows what can be used, in the order of the file
 * @param faults every row that cannot be right, in the order of the file
 */
public record EventLog(int rowCount, List<LogRow> rows, List<LogFault> faults) {

  public EventLog {
    rows = List.copyOf(rows);
    faults = List.copyOf(faults);
  }

  /** How many rows have a kind of fault. */
  public long count(LogFault.Kind kind) {
    return faults.stream().filter(fault -> fault.kind() == kind).count();
  }
}
