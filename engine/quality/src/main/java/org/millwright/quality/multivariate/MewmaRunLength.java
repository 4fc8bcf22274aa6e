// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.multivariate;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.millwright.quality.math.Linear;
import org.millwright.quality.math.Roots;

/**
 * The in-control run length of a MEWMA chart, by the one-dimensional Markov chain of Runger and
 * Prabhu (Journal of the American Statistical Association 91, 1996).
 */
final class MewmaRunLength {

  private static final int STATES = 25;

  private MewmaRunLength() {}

  /** The limit h with a given in-control average run length. */
  static double limit(int variables, double lambda, double runLength) {
    double most = new ChiSquaredDistribution(variables).inverseCumulativeProbability(1 - 1e-9);
    return Roots.bisect(
        h -> Math.log(of(variables, lambda, h) / runLength), 0.5, Math.min(most, 60));
  }

  /** The average run length in control from a start at the mean. */
  static double of(int variables, double lambda, double limit) {
    double reach = Math.sqrt(limit * lambda / (2 - lambda));
    double step = 2 * reach / (2 * STATES + 1);
    double[][] system = new double[STATES + 1][STATES + 1];
    for (int i = 0; i <= STATES; i++) {
      double off = Math.pow((1 - lambda) * i * step / lambda, 2);
      double before = 0;
      for (int j = 0; j <= STATES; j++) {
        double upper = cdf(Math.pow((j + 0.5) * step / lambda, 2), variables, off);
        system[i][j] = (i == j ? 1 : 0) - (upper - before);
        before = upper;
      }
    }
    double[] ones = new double[STATES + 1];
    Arrays.fill(ones, 1);
    return Linear.solve(system, ones)[0];
  }

  /** The noncentral χ² distribution as a Poisson mixture of central ones. */
  private static double cdf(double x, int freedom, double off) {
    double half = off / 2;
    double weight = Math.exp(-half);
    double sum = 0;
    double seen = 0;
    for (int k = 0; k < 2_000 && seen < 1 - 1e-12; k++) {
      sum += weight * new ChiSquaredDistribution(freedom + 2.0 * k).cumulativeProbability(x);
      seen += weight;
      weight *= half / (k + 1);
    }
    return sum;
  }
}
