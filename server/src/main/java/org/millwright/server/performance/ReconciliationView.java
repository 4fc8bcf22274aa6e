// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All dates of a unit on which files say something.
 *
 * @param availabilityByDay over all dates with a day row
 * @param availabilityByEvents over the same dates
 * @param disagreeing how many dates do not agree
 * @param twice dates that occur more than once in the day table
 */
record ReconciliationView(
    String node,
    double monitoredSeconds,
    double runningSeconds,
    long units,
    @Nullable Double availabilityByDay,
    @Nullable Double availabilityByEvents,
    int disagreeing,
    List<LocalDate> twice,
    List<ReconciledDay> days) {}
