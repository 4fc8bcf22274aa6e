// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.statistics;

/** The interval of a mean from one long run: means of long batches are nearly independent. */
public final class BatchMeans {

  private BatchMeans() {}

  /**
   * The t-interval of the mean of a steady series.
   *
   * @param series observations in the order of time; those that do not fill a batch are left out
   *     from its start
   * @param batches two or more; 20 to 30 serve well (Schmeiser, 1982)
   */
  public static Interval of(double[] series, int batches, double confidence) {
    int size = series.length / batches;
    if (batches < 2 || size == 0) {
      throw new IllegalArgumentException(
          "%d observations make no %d batches.".formatted(series.length, batches));
    }
    double[] means = new double[batches];
    int from = series.length - size * batches;
    for (int batch = 0; batch < batches; batch++) {
      for (int i = 0; i < size; i++) {
        means[batch] += series[from + batch * size + i] / size;
      }
    }
    return Interval.of(means, confidence);
  }
}
