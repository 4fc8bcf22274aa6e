// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.monitor;

import java.util.List;

/**
 * Judges one tag's values one by one in constant time: fast averages against a slow level. While it
 * alarms the level follows at a quarter of its pace, so that a failure does not become the norm
 * before someone has looked.
 */
public final class TagStream {

  private static final double PACE_IN_ALARM = 0.25;

  private final TagModel model;
  private final double[] averages;
  private double level;
  private boolean started;

  TagStream(TagModel model) {
    this.model = model;
    averages = new double[model.fast().size()];
    level = model.level();
  }

  /**
   * Takes a value.
   *
   * @return how far the farthest average strays, in limits: above 1 for an alarm; not a number when
   *     the value is not one
   */
  public double accept(double value) {
    if (!Double.isFinite(value)) {
      return Double.NaN;
    }
    if (!started) {
      level = Double.isNaN(level) ? value : level;
      java.util.Arrays.fill(averages, level);
      started = true;
    }
    List<Double> limits = model.limits();
    double reach = 0;
    for (int d = 0; d < averages.length; d++) {
      averages[d] += model.fast().get(d) * (value - averages[d]);
      if (!limits.isEmpty()) {
        reach = Math.max(reach, Math.abs(stray(d)) / limits.get(d));
      }
    }
    level += model.slow() * (reach > 1 ? PACE_IN_ALARM : 1) * (value - level);
    return reach;
  }

  /** How far a fast average is from the slow level. */
  double stray(int detector) {
    return averages[detector] - level;
  }

  /** The slow level. */
  public double level() {
    return level;
  }
}
