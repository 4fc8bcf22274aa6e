// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.function.DoubleUnaryOperator;
import org.millwright.quality.math.Linear;
import org.millwright.quality.math.Normal;

/**
 * Average run lengths from the start, by Brook and Evans' Markov chain (Biometrika 59, 1972), for
 * independent normal values of known parameters.
 */
public final class RunLength {

  private static final int STATES = 151;

  private RunLength() {}

  /**
   * Of an EWMA with steady limits.
   *
   * @param lambda the weight of the newest point
   * @param width the limits' distance L in the EWMA's standard deviations
   * @param shift the mean's shift in standard errors
   */
  public static double ewma(double lambda, double width, double shift) {
    double limit = width * Math.sqrt(lambda / (2 - lambda));
    double step = 2 * limit / STATES;
    double[][] chain = new double[STATES][STATES];
    for (int i = 0; i < STATES; i++) {
      double from = -limit + (i + 0.5) * step;
      for (int j = 0; j < STATES; j++) {
        double low = (-limit + j * step - (1 - lambda) * from) / lambda - shift;
        chain[i][j] = Normal.cdf(low + step / lambda) - Normal.cdf(low);
      }
    }
    return fromState(chain, STATES / 2);
  }

  /**
   * Of a two-sided tabular CUSUM without head start: 1/ARL = 1/ARL⁺ + 1/ARL⁻ (Van Dobben de Bruyn).
   *
   * @param k the reference value in standard errors
   * @param h the decision interval in standard errors
   * @param shift the mean's shift in standard errors
   */
  public static double cusum(double k, double h, double shift) {
    return 1 / (1 / oneSided(k, h, shift) + 1 / oneSided(k, h, -shift));
  }

  private static double oneSided(double k, double h, double shift) {
    double step = 2 * h / (2 * STATES - 1);
    DoubleUnaryOperator cdf = x -> Normal.cdf(x + k - shift);
    double[][] chain = new double[STATES][STATES];
    for (int i = 0; i < STATES; i++) {
      chain[i][0] = cdf.applyAsDouble(step / 2 - i * step);
      for (int j = 1; j < STATES; j++) {
        double low = (j - i - 0.5) * step;
        chain[i][j] = cdf.applyAsDouble(low + step) - cdf.applyAsDouble(low);
      }
    }
    return fromState(chain, 0);
  }

  private static double fromState(double[][] chain, int state) {
    int n = chain.length;
    double[][] system = new double[n][n];
    double[] ones = new double[n];
    for (int i = 0; i < n; i++) {
      ones[i] = 1;
      for (int j = 0; j < n; j++) {
        system[i][j] = (i == j ? 1 : 0) - chain[i][j];
      }
    }
    return Linear.solve(system, ones)[state];
  }
}
