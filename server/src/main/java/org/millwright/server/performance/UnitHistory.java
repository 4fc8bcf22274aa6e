// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.List;
import java.util.Optional;
import org.millwright.model.Period;
import org.millwright.performance.CountRecord;
import org.millwright.performance.StateInterval;

/**
 * What is known of a unit over a window.
 *
 * @param window the window
 * @param intervals booked intervals, whole at both ends
 * @param counts records that share time with the window
 * @param remarks what people said about it, in the order they said it, every end known
 */
record UnitHistory(
    Period window, List<StateInterval> intervals, List<CountRecord> counts, List<Remark> remarks) {

  /** Everything said about an interval, the last first. */
  List<Remark> remarksOn(StateInterval interval) {
    return remarks.stream().filter(remark -> covers(remark, interval.period())).toList().reversed();
  }

  private static boolean covers(Remark remark, Period period) {
    return remark.to() != null
        && remark.from().isBefore(period.end())
        && remark.to().isAfter(period.start());
  }

  /** The interval in force at the end of the window. */
  Optional<StateInterval> last() {
    return intervals.isEmpty() ? Optional.empty() : Optional.of(intervals.getLast());
  }
}
