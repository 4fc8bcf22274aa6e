// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import java.util.List;

/** Picks an index with given weights by one uniform number. */
public final class Choice {

  private final double[] cumulative;

  /** A choice by weights that are not negative and not all zero. */
  public Choice(List<Double> weights) {
    this(toArray(weights));
  }

  /** A choice by weights that are not negative and not all zero. */
  public Choice(double[] weights) {
    cumulative = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      cumulative[i] = sum;
    }
    for (int i = 0; i < weights.length; i++) {
      cumulative[i] /= sum;
    }
  }

  /** The index whose share of the unit interval holds u. */
  public int pick(double u) {
    int last = cumulative.length - 1;
    for (int i = 0; i < last; i++) {
      if (u < cumulative[i]) {
        return i;
      }
    }
    return last;
  }

  static double[] toArray(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
