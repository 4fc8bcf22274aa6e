// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A date with what each table says about it.
 *
 * @param dayRows rows of the day table; more than one means that the date occurs twice
 * @param monitoredSeconds by the day table
 * @param runningSeconds by the day table
 * @param stoppedSeconds by the day table
 * @param units items by the day table
 * @param events rows of the event table
 * @param eventStopSeconds their sum
 * @param eventStopInsideSeconds of it inside the monitored time, overlaps counted once
 * @param hourStoppedSeconds by the hour table, null when it has no row
 * @param differenceSeconds event table less day table
 * @param agrees whether they differ by a minute at most and nothing else is odd
 * @param notes stable codes: DATE_TWICE, NO_DAY_ROW, NO_EVENTS, EVENTS_OUTSIDE, STOPS_DIFFER,
 *     SUM_DIFFERS (running and stopped do not give monitored), HOUR_TWICE, HOURS_DIFFER
 * @param availabilityByDay running over monitored, null without a day row
 * @param availabilityByEvents monitored less stops inside over monitored, null without a day row
 * @param source what counts now
 * @param decidedBy who said so, null when nobody has
 */
record ReconciledDay(
    LocalDate date,
    int dayRows,
    double monitoredSeconds,
    double runningSeconds,
    double stoppedSeconds,
    long units,
    int events,
    double eventStopSeconds,
    double eventStopInsideSeconds,
    @Nullable Double hourStoppedSeconds,
    double differenceSeconds,
    boolean agrees,
    List<String> notes,
    @Nullable Double availabilityByDay,
    @Nullable Double availabilityByEvents,
    DaySource source,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt) {}
