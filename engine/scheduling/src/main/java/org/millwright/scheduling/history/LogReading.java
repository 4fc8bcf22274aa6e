// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.util.List;
import org.millwright.model.Refusal;

/** What came of reading a log. */
public sealed interface LogReading {

  /**
   * A log of which something can be used.
   *
   * @param log its rows and its faults
   */
  record Accepted(EventLog log) implements LogReading {}

  /**
   * A file that is no such log, or nothing in it can be used.
   *
   * @param refusals why
   */
  record Refused(List<Refusal> refusals) implements LogReading {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
