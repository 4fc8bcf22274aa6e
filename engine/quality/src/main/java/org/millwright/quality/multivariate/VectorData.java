// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.multivariate;

import java.util.ArrayList;
import java.util.List;

/**
 * Samples of several variables, one vector or a subgroup of them a point.
 *
 * @param names the variables
 * @param labels what each point is called
 * @param groups each point's vectors
 */
public record VectorData(List<String> names, List<String> labels, List<List<double[]>> groups) {

  public VectorData {
    names = List.copyOf(names);
    labels = List.copyOf(labels);
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** How many points. */
  int size() {
    return groups.size();
  }

  /** How many variables. */
  int width() {
    return names.size();
  }

  /** How many vectors a point has. */
  int each() {
    return groups.getFirst().size();
  }

  /** Each point's mean vector. */
  List<double[]> means() {
    return groups.stream().map(VectorData::mean).toList();
  }

  static double[] mean(List<double[]> vectors) {
    double[] mean = new double[vectors.getFirst().length];
    for (double[] vector : vectors) {
      for (int j = 0; j < mean.length; j++) {
        mean[j] += vector[j] / vectors.size();
      }
    }
    return mean;
  }

  /** The covariance matrix of vectors, with n − 1. */
  static double[][] covariance(List<double[]> vectors) {
    double[] mean = mean(vectors);
    double[][] covariance = new double[mean.length][mean.length];
    for (double[] vector : vectors) {
      add(covariance, minus(vector, mean), 1.0 / (vectors.size() - 1));
    }
    return covariance;
  }

  /** Holmes and Mergen's estimate from successive differences, ΣdᵀD / 2(m − 1). */
  static double[][] successive(List<double[]> vectors) {
    int p = vectors.getFirst().length;
    double[][] covariance = new double[p][p];
    for (int i = 1; i < vectors.size(); i++) {
      double[] step = minus(vectors.get(i), vectors.get(i - 1));
      add(covariance, step, 0.5 / (vectors.size() - 1));
    }
    return covariance;
  }

  /** The mean of the subgroups' covariance matrices. */
  double[][] within(List<Integer> points) {
    double[][] pooled = new double[width()][width()];
    List<double[][]> matrices = new ArrayList<>();
    points.forEach(i -> matrices.add(covariance(groups.get(i))));
    for (double[][] matrix : matrices) {
      for (int i = 0; i < pooled.length; i++) {
        for (int j = 0; j < pooled.length; j++) {
          pooled[i][j] += matrix[i][j] / matrices.size();
        }
      }
    }
    return pooled;
  }

  static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      difference[j] = a[j] - b[j];
    }
    return difference;
  }

  private static void add(double[][] matrix, double[] vector, double weight) {
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        matrix[i][j] += weight * vector[i] * vector[j];
      }
    }
  }
}
