// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import java.util.ArrayList;
import java.util.List;
import org.millwright.model.Refusal;

/**
 * How many days (UTC, whole) each kind of history is kept.
 *
 * @param sampleDays raw samples, 1 to 36,500
 * @param minuteDays minute aggregates, at least as long as samples
 * @param hourDays hour aggregates, at least as long as minutes
 */
public record Retention(int sampleDays, int minuteDays, int hourDays) {

  /** A month of samples, a bit more than a year of minutes, ten years of hours. */
  public static final Retention DEFAULT = new Retention(30, 400, 3650);

  private static final int LONGEST = 36_500;

  /** What is wrong with this policy, nothing when it can be applied. */
  public List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    check(refusals, "/sampleDays", sampleDays, 1, "1");
    check(refusals, "/minuteDays", minuteDays, sampleDays, "sampleDays");
    check(refusals, "/hourDays", hourDays, minuteDays, "minuteDays");
    return refusals;
  }

  private static void check(
      List<Refusal> refusals, String place, int days, int least, String meaning) {
    if (days < least || days > LONGEST) {
      refusals.add(
          new Refusal(
              "HISTORIAN-RETENTION",
              place,
              "%d days is not between %s (%d) and %d.".formatted(days, meaning, least, LONGEST),
              "coarser history has to be kept at least as long as finer one."));
    }
  }
}
