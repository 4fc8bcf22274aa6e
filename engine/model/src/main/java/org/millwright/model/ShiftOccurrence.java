// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import java.time.LocalDate;

/**
 * A shift that really takes place.
 *
 * @param businessDate the date it is booked on, which for a night shift may not be the date on the
 *     wall
 * @param shift name of the shift
 * @param crew name of the crew, empty when none is named
 * @param period when it runs
 */
public record ShiftOccurrence(LocalDate businessDate, String shift, String crew, Period period) {}
