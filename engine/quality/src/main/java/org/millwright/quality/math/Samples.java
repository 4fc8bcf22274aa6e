// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.math;

import java.util.Arrays;
import java.util.Collection;

/** Statistics of a sample. */
public final class Samples {

  private Samples() {}

  /** The sum, compensated (Neumaier 1974) so that a long series keeps its last digits. */
  public static double sum(double... values) {
    double sum = 0;
    double lost = 0;
    for (double value : values) {
      double next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
      sum = next;
    }
    return sum + lost;
  }

  /** The arithmetic mean; not a number for no values. */
  public static double mean(double... values) {
    return values.length == 0 ? Double.NaN : sum(values) / values.length;
  }

  /** Σ(x − x̄)². */
  public static double squares(double... values) {
    double mean = mean(values);
    double[] terms = new double[values.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = (values[i] - mean) * (values[i] - mean);
    }
    return sum(terms);
  }

  /** The variance with n − 1; not a number for fewer than two values. */
  public static double variance(double... values) {
    return values.length < 2 ? Double.NaN : squares(values) / (values.length - 1);
  }

  /** The standard deviation with n − 1. */
  public static double deviation(double... values) {
    return Math.sqrt(variance(values));
  }

  /** The greatest less the least value. */
  public static double range(double... values) {
    return max(values) - min(values);
  }

  /** The least value. */
  public static double min(double... values) {
    return Arrays.stream(values).min().orElse(Double.NaN);
  }

  /** The greatest value. */
  public static double max(double... values) {
    return Arrays.stream(values).max().orElse(Double.NaN);
  }

  /** The median. */
  public static double median(double... values) {
    return quantile(0.5, values);
  }

  /** The quantile by linear interpolation at (n − 1)p + 1 (R type 7). */
  public static double quantile(double p, double... values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double at = (sorted.length - 1) * p;
    int low = (int) Math.floor(at);
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }

  /** The values of a collection as an array. */
  public static double[] array(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** All values of several arrays, one after the other. */
  public static double[] concatenate(Collection<double[]> arrays) {
    return arrays.stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
