// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.List;
import org.millwright.model.Refusal;
import org.millwright.scheduling.repair.Event;

/** What came of reading an event. */
public sealed interface EventReading {

  /**
   * It could be read.
   *
   * @param event the event
   */
  record Accepted(Event event) implements EventReading {}

  /**
   * It is no event for this problem.
   *
   * @param refusals every fault found, at least one
   */
  record Refused(List<Refusal> refusals) implements EventReading {
    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
