// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.rules;

/** What one rule remembers of a series: a few counters, so that a point costs constant time. */
final class RuleState {

  private final Rule rule;
  private final long mask;
  private long above;
  private long below;
  private int run;
  private int side;
  private double last = Double.NaN;

  RuleState(Rule rule) {
    this.rule = rule;
    this.mask = (1L << rule.window()) - 1;
  }

  /** Takes a point and says whether the pattern is complete at it. */
  boolean accept(double value, double center, double sigma, double lower, double upper) {
    return switch (rule.shape()) {
      case BEYOND_LIMIT -> value > upper || value < lower;
      case ONE_SIDE -> counted((int) Math.signum(value - center));
      case MONOTONE -> steps(value, 1);
      case ALTERNATING -> steps(value, -1);
      case SOME_BEYOND_ZONE -> some((value - center) / sigma);
      case WITHIN_ZONE -> counted(Math.abs(value - center) < rule.zone() * sigma ? 1 : 0);
      case OUTSIDE_ZONE -> counted(Math.abs(value - center) > rule.zone() * sigma ? 1 : 0);
    };
  }

  private boolean counted(int now) {
    run = now == 0 ? 0 : now == side ? run + 1 : 1;
    side = now;
    return run >= rule.needed();
  }

  /** A row of n points has n − 1 steps; {@code turn} is the factor from one step's sign on. */
  private boolean steps(double value, int turn) {
    int step = Double.isNaN(last) ? 0 : (int) Math.signum(value - last);
    last = value;
    if (step == 0) {
      run = 1;
    } else {
      run = step == side * turn ? run + 1 : 2;
    }
    side = step;
    return run >= rule.needed();
  }

  private boolean some(double z) {
    above = ((above << 1) & mask) | (z > rule.zone() ? 1 : 0);
    below = ((below << 1) & mask) | (z < -rule.zone() ? 1 : 0);
    return complete(above) || complete(below);
  }

  /** The point itself must lie beyond the zone: a point back inside completes nothing. */
  private boolean complete(long history) {
    return (history & 1) == 1 && Long.bitCount(history) >= rule.needed();
  }
}
