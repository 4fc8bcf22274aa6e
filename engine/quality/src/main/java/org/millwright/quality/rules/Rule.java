// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.rules;

/**
 * One run rule.
 *
 * @param id its number in Nelson's numbering
 * @param shape the pattern
 * @param needed how many points must show the pattern
 * @param window among how many consecutive points
 * @param zone the distance from the centre in standard deviations; 0 where the shape has none
 */
public record Rule(int id, Shape shape, int needed, int window, double zone) {

  /** The rule as one phrase. */
  public String text() {
    return switch (shape) {
      case BEYOND_LIMIT -> "one point beyond a control limit";
      case ONE_SIDE -> needed + " points in a row on one side of the centre line";
      case MONOTONE -> needed + " points in a row steadily rising or falling";
      case ALTERNATING -> needed + " points in a row alternating up and down";
      case SOME_BEYOND_ZONE ->
          needed + " of " + window + " points beyond " + sigmas() + " on one side";
      case WITHIN_ZONE -> needed + " points in a row within " + sigmas() + " of the centre line";
      case OUTSIDE_ZONE ->
          needed + " points in a row beyond " + sigmas() + ", on either side or both";
    };
  }

  /** Whether the rule holds for charts whose statistic is not symmetric (Nelson 1984: 1 to 4). */
  public boolean needsNoZones() {
    return zone == 0;
  }

  private String sigmas() {
    return (zone == Math.rint(zone) ? Long.toString((long) zone) : Double.toString(zone))
        + " sigma";
  }
}
