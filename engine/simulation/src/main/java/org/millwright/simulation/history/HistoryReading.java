// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.List;
import org.millwright.model.Refusal;

/** What came of reading a history. */
public sealed interface HistoryReading {

  /** The record can be learned from. */
  record Accepted(History history) implements HistoryReading {}

  /** The record contradicts itself or cannot be read; each fault names its line. */
  record Refused(List<Refusal> faults) implements HistoryReading {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
