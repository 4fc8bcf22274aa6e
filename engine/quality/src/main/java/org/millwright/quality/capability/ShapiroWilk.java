// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import org.millwright.quality.math.Normal;
import org.millwright.quality.math.Samples;

/** The Shapiro–Wilk test by Royston's approximation (Applied Statistics 44, 1995, AS R94). */
final class ShapiroWilk {

  private static final double[] C1 = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
  private static final double[] C2 = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};

  private ShapiroWilk() {}

  /** W and its p-value for sorted values; not a number outside 3 to 5000 values. */
  static double[] test(double[] sorted) {
    int n = sorted.length;
    if (n < 3 || n > 5_000) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[] weights = weights(n);
    double numerator = 0;
    for (int i = 0; i < n; i++) {
      numerator += weights[i] * sorted[i];
    }
    double w = Math.min(1, numerator * numerator / Samples.squares(sorted));
    return new double[] {w, pValue(w, n)};
  }

  private static double[] weights(int n) {
    double[] m = new double[n];
    double squares = 0;
    for (int i = 0; i < n; i++) {
      m[i] = Normal.quantile((i + 1 - 0.375) / (n + 0.25));
      squares += m[i] * m[i];
    }
    double[] a = new double[n];
    if (n == 3) {
      a[2] = Math.sqrt(0.5);
      a[0] = -a[2];
      return a;
    }
    double u = 1 / Math.sqrt(n);
    double last = m[n - 1] / Math.sqrt(squares) + polynomial(C1, u);
    double next = m[n - 2] / Math.sqrt(squares) + polynomial(C2, u);
    boolean two = n > 5;
    double rest = squares - 2 * m[n - 1] * m[n - 1] - (two ? 2 * m[n - 2] * m[n - 2] : 0);
    double left = 1 - 2 * last * last - (two ? 2 * next * next : 0);
    double scale = Math.sqrt(rest / left);
    for (int i = 0; i < n; i++) {
      a[i] = m[i] / scale;
    }
    a[n - 1] = last;
    a[0] = -last;
    if (two) {
      a[n - 2] = next;
      a[1] = -next;
    }
    return a;
  }

  private static double pValue(double w, int n) {
    if (n == 3) {
      double p = 6 / Math.PI * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75)));
      return Math.max(0, p);
    }
    double y = Math.log1p(-w);
    double mean;
    double deviation;
    if (n <= 11) {
      double gamma = -2.273 + 0.459 * n;
      if (y >= gamma) {
        return 0;
      }
      y = -Math.log(gamma - y);
      mean = polynomial(new double[] {0.544, -0.39978, 0.025054, -6.714e-4}, n);
      deviation = Math.exp(polynomial(new double[] {1.3822, -0.77857, 0.062767, -0.0020322}, n));
    } else {
      double x = Math.log(n);
      mean = polynomial(new double[] {-1.5861, -0.31082, -0.083751, 0.0038915}, x);
      deviation = Math.exp(polynomial(new double[] {-0.4803, -0.082676, 0.0030302}, x));
    }
    return Normal.cdf(-(y - mean) / deviation);
  }

  private static double polynomial(double[] coefficients, double x) {
    double sum = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      sum = sum * x + coefficients[i];
    }
    return sum;
  }
}
