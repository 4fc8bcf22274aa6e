// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import java.util.Arrays;
import org.millwright.quality.math.Normal;
import org.millwright.quality.math.Samples;

/**
 * Tests of normality.
 *
 * @param n how many values
 * @param andersonDarling A² with estimated mean and deviation (D'Agostino and Stephens 1986)
 * @param andersonDarlingAdjusted A² (1 + 0.75/n + 2.25/n²)
 * @param andersonDarlingP its p-value
 * @param shapiroWilk W (Royston 1995); not a number beyond 5000 values
 * @param shapiroWilkP its p-value
 * @param lilliefors Kolmogorov–Smirnov D with estimated parameters
 * @param lillieforsP its p-value (Dallal and Wilkinson 1986)
 * @param jarqueBera the Jarque–Bera statistic
 * @param jarqueBeraP its p-value
 * @param ryanJoiner the correlation with normal scores (Minitab)
 * @param skewness the sample skewness g1
 * @param excessKurtosis the sample excess kurtosis g2
 */
public record Normality(
    int n,
    double andersonDarling,
    double andersonDarlingAdjusted,
    double andersonDarlingP,
    double shapiroWilk,
    double shapiroWilkP,
    double lilliefors,
    double lillieforsP,
    double jarqueBera,
    double jarqueBeraP,
    double ryanJoiner,
    double skewness,
    double excessKurtosis) {

  /** Tests a sample of three or more different values. */
  public static Normality test(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    double mean = Samples.mean(sorted);
    double deviation = Samples.deviation(sorted);
    double[] cdf = Arrays.stream(sorted).map(x -> Normal.cdf((x - mean) / deviation)).toArray();
    double a2 = andersonDarling(cdf);
    double adjusted = a2 * (1 + 0.75 / n + 2.25 / n / n);
    double[] wilk = ShapiroWilk.test(sorted);
    double distance = distance(cdf);
    double skewness = moment(sorted, mean, 3);
    double kurtosis = moment(sorted, mean, 4) - 3;
    double jarqueBera = n / 6.0 * (skewness * skewness + kurtosis * kurtosis / 4);
    return new Normality(
        n,
        a2,
        adjusted,
        andersonDarlingP(adjusted),
        wilk[0],
        wilk[1],
        distance,
        lillieforsP(distance, n),
        jarqueBera,
        Math.exp(-jarqueBera / 2),
        ryanJoiner(sorted),
        skewness,
        kurtosis);
  }

  /** A² of the distribution function at sorted values. */
  static double andersonDarling(double[] cdf) {
    int n = cdf.length;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double low = Math.clamp(cdf[i], 1e-300, 1 - 1e-16);
      double high = Math.clamp(cdf[n - 1 - i], 1e-300, 1 - 1e-16);
      sum += (2 * i + 1) * (Math.log(low) + Math.log1p(-high));
    }
    return -n - sum / n;
  }

  static double andersonDarlingP(double a) {
    if (a >= 0.6) {
      return a > 13 ? 0 : Math.exp(1.2937 - 5.709 * a + 0.0186 * a * a);
    }
    if (a > 0.34) {
      return Math.exp(0.9177 - 4.279 * a - 1.38 * a * a);
    }
    return a > 0.2
        ? 1 - Math.exp(-8.318 + 42.796 * a - 59.938 * a * a)
        : 1 - Math.exp(-13.436 + 101.14 * a - 223.73 * a * a);
  }

  private static double distance(double[] cdf) {
    double most = 0;
    int n = cdf.length;
    for (int i = 0; i < n; i++) {
      most = Math.max(most, Math.max((i + 1.0) / n - cdf[i], cdf[i] - (double) i / n));
    }
    return most;
  }

  /** As {@code lillie.test} of the R package nortest. */
  private static double lillieforsP(double distance, int n) {
    double d = n > 100 ? distance * Math.pow(n / 100.0, 0.49) : distance;
    double m = Math.min(n, 100);
    double p =
        Math.exp(
            -7.01256 * d * d * (m + 2.78019)
                + 2.99587 * d * Math.sqrt(m + 2.78019)
                - 0.122119
                + 0.974598 / Math.sqrt(m)
                + 1.67997 / m);
    return p <= 0.1 ? p : stephensP((Math.sqrt(n) - 0.01 + 0.85 / Math.sqrt(n)) * distance);
  }

  private static double stephensP(double k) {
    if (k <= 0.302) {
      return 1;
    }
    double[] c =
        k <= 0.5
            ? new double[] {2.76773, -19.828315, 80.709644, -138.55152, 81.218052}
            : k <= 0.9
                ? new double[] {-4.901232, 40.662806, -97.490286, 94.029866, -32.355711}
                : k <= 1.31
                    ? new double[] {6.198765, -19.558097, 23.186922, -12.234627, 2.423045}
                    : new double[] {0};
    double p = 0;
    for (int i = c.length - 1; i >= 0; i--) {
      p = p * k + c[i];
    }
    return p;
  }

  private static double moment(double[] values, double mean, int power) {
    double second = 0;
    double higher = 0;
    for (double value : values) {
      second += (value - mean) * (value - mean) / values.length;
      higher += Math.pow(value - mean, power) / values.length;
    }
    return higher / Math.pow(second, power / 2.0);
  }

  private static double ryanJoiner(double[] sorted) {
    int n = sorted.length;
    double cross = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double score = Normal.quantile((i + 1 - 0.375) / (n + 0.25));
      cross += score * sorted[i];
      squares += score * score;
    }
    return cross / Math.sqrt(squares * Samples.squares(sorted));
  }
}
