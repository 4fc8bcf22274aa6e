// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.monitor;

import java.util.Arrays;
import java.util.List;
import org.millwright.quality.math.Linear;

/**
 * Principal components of standardised, lagged samples.
 *
 * @param mean the mean of the lagged samples
 * @param values all eigenvalues, falling
 * @param vectors the unit vectors of the components kept
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record Subspace(double[] mean, double[] values, double[][] vectors) {

  /** From several uninterrupted pieces of a reference period. */
  static Subspace of(List<double[][]> pieces, MonitorSettings settings) {
    int lags = settings.lags();
    int width = pieces.getFirst()[0].length * (lags + 1);
    double[] mean = new double[width];
    double[][] products = new double[width][width];
    int n = 0;
    for (double[][] piece : pieces) {
      for (int t = lags; t < piece.length; t++) {
        add(lagged(piece, t, lags), mean, products);
        n++;
      }
    }
    for (int i = 0; i < width; i++) {
      mean[i] /= n;
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = (products[i][j] - n * mean[i] * mean[j]) / (n - 1);
        products[j][i] = products[i][j];
      }
    }
    Linear.Eigen eigen = Linear.symmetricEigen(products);
    int kept = kept(eigen.values(), settings);
    return new Subspace(mean, eigen.values(), Arrays.copyOf(eigen.vectors(), kept));
  }

  private static void add(double[] sample, double[] mean, double[][] products) {
    for (int i = 0; i < sample.length; i++) {
      mean[i] += sample[i];
      for (int j = 0; j <= i; j++) {
        products[i][j] += sample[i] * sample[j];
      }
    }
  }

  private static int kept(double[] values, MonitorSettings settings) {
    if (settings.components() > 0) {
      return Math.min(settings.components(), values.length);
    }
    double total = Arrays.stream(values).sum();
    double sum = 0;
    int kept = 0;
    while (kept < values.length - 1 && sum < settings.share() * total) {
      sum += values[kept++];
    }
    return kept;
  }

  /** A sample with the ones before it, newest first. */
  static double[] lagged(double[][] rows, int at, int lags) {
    int width = rows[at].length;
    double[] sample = new double[width * (lags + 1)];
    for (int l = 0; l <= lags; l++) {
      System.arraycopy(rows[at - l], 0, sample, l * width, width);
    }
    return sample;
  }

  int kept() {
    return vectors.length;
  }

  /** The sum of the k-th powers of the eigenvalues left out. */
  double residual(int k) {
    double sum = 0;
    for (int i = kept(); i < values.length; i++) {
      sum += Math.pow(Math.max(0, values[i]), k);
    }
    return sum;
  }

  /** T² of a centred sample. */
  double t2(double[] scores) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      sum += scores[i] * scores[i] / values[i];
    }
    return sum;
  }

  /** Scores of a centred sample, into an array. */
  void scores(double[] centred, double[] scores) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Linear.dot(vectors[i], centred);
    }
  }

  /** SPE of a centred sample: what the components do not hold. */
  static double spe(double[] centred, double[] scores) {
    return Math.max(0, Linear.dot(centred, centred) - Linear.dot(scores, scores));
  }
}
