// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.statistics;

/**
 * Finds the end of the warm-up by MSER-5 (White, 1997): of the means of five observations each, the
 * start is cut off that makes the standard error of the rest smallest.
 */
public final class Mser {

  private static final int BATCH = 5;

  private Mser() {}

  /**
   * What was found.
   *
   * @param observations to leave out at the start
   * @param found false when the best cut lies in the second half, so that the series is too short
   */
  public record Cut(int observations, boolean found) {}

  /** The best place to cut a series of observations in the order of time. */
  public static Cut cut(double[] series) {
    int count = series.length / BATCH;
    if (count < 4) {
      return new Cut(0, false);
    }
    double[] means = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < BATCH; j++) {
        means[i] += series[i * BATCH + j] / BATCH;
      }
    }
    int best = best(means);
    return new Cut(best * BATCH, best < count / 2);
  }

  private static int best(double[] means) {
    double sum = 0;
    double squares = 0;
    double least = Double.POSITIVE_INFINITY;
    int best = 0;
    // From the back, so that each candidate adds one batch; the last five are never a whole rest.
    for (int start = means.length - 1; start >= 0; start--) {
      sum += means[start];
      squares += means[start] * means[start];
      int rest = means.length - start;
      double spread = Math.max(0, squares - sum * sum / rest);
      double statistic = spread / ((double) rest * rest);
      if (rest >= 5 && statistic <= least) {
        least = statistic;
        best = start;
      }
    }
    return best;
  }
}
