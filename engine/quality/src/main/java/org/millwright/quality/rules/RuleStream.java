// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.rules;

import java.util.List;

/** Watches one series for a set of rules, a point at a time, in constant time and memory. */
public final class RuleStream {

  private final RuleState[] states;
  private final int[] bits;

  /** Starts with no history. */
  public RuleStream(List<Rule> rules) {
    states = new RuleState[rules.size()];
    bits = new int[rules.size()];
    for (int i = 0; i < states.length; i++) {
      states[i] = new RuleState(rules.get(i));
      bits[i] = 1 << rules.get(i).id();
    }
  }

  /**
   * Takes the next point.
   *
   * @param value the plotted statistic
   * @param center the centre line at this point
   * @param sigma the statistic's standard deviation at this point
   * @param lower the lower control limit at this point; not a number when there is none
   * @param upper the upper control limit at this point; not a number when there is none
   * @return a mask with bit <i>id</i> set for each rule complete at this point, 0 for none
   */
  public int accept(double value, double center, double sigma, double lower, double upper) {
    int signals = 0;
    for (int i = 0; i < states.length; i++) {
      if (states[i].accept(value, center, sigma, lower, upper)) {
        signals |= bits[i];
      }
    }
    return signals;
  }
}
