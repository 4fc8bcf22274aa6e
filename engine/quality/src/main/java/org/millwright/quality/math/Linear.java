// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.math;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** Dense linear algebra on rows of numbers, done by EJML. */
public final class Linear {

  private Linear() {}

  /**
   * The eigenvalues of a symmetric matrix in falling order with their unit vectors.
   *
   * @param values the eigenvalues
   * @param vectors vectors[j] belongs to values[j]
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Eigen(double[] values, double[][] vectors) {}

  /**
   * A singular value decomposition A = U diag(s) Vᵀ in falling order.
   *
   * @param left U, a row per row of A
   * @param values s
   * @param right V, a row per column of A
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  public record Singular(double[][] left, double[] values, double[][] right) {}

  /** The x with A x = b. */
  public static double[] solve(double[][] matrix, double[] right) {
    DMatrixRMaj solution = new DMatrixRMaj(right.length, 1);
    CommonOps_DDRM.solve(
        new DMatrixRMaj(matrix), DMatrixRMaj.wrap(right.length, 1, right), solution);
    return solution.getData();
  }

  /** The inverse; null-free but without meaning when {@link #isSingular} holds. */
  public static double[][] inverse(double[][] matrix) {
    DMatrixRMaj inverse = new DMatrixRMaj(matrix);
    CommonOps_DDRM.invert(inverse);
    return rows(inverse);
  }

  /** Whether a symmetric matrix is singular to working precision. */
  public static boolean isSingular(double[][] symmetric) {
    double[] values = symmetricEigen(symmetric).values();
    return !(values[values.length - 1] > 1e-13 * values[0]);
  }

  /** The determinant. */
  public static double determinant(double[][] matrix) {
    return CommonOps_DDRM.det(new DMatrixRMaj(matrix));
  }

  /** A B. */
  public static double[][] multiply(double[][] left, double[][] right) {
    DMatrixRMaj product = new DMatrixRMaj(left.length, right[0].length);
    CommonOps_DDRM.mult(new DMatrixRMaj(left), new DMatrixRMaj(right), product);
    return rows(product);
  }

  /** Aᵀ. */
  public static double[][] transpose(double[][] matrix) {
    double[][] result = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[j][i] = matrix[i][j];
      }
    }
    return result;
  }

  /** xᵀ A x. */
  public static double quadratic(double[][] matrix, double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * dot(matrix[i], x);
    }
    return sum;
  }

  /** xᵀ y. */
  public static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** Decomposes a symmetric matrix. */
  public static Eigen symmetricEigen(double[][] matrix) {
    int n = matrix.length;
    EigenDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.eig(n, true, true);
    if (!decomposition.decompose(new DMatrixRMaj(matrix))) {
      throw new ArithmeticException("the eigenvalue decomposition did not converge");
    }
    List<Integer> order =
        IntStream.range(0, n)
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    (Integer i) -> -decomposition.getEigenvalue(i).getReal()))
            .toList();
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int j = 0; j < n; j++) {
      values[j] = decomposition.getEigenvalue(order.get(j)).getReal();
      vectors[j] = decomposition.getEigenVector(order.get(j)).getData();
    }
    return new Eigen(values, vectors);
  }

  /** Decomposes any matrix, in the compact form. */
  public static Singular singular(double[][] matrix) {
    SingularValueDecomposition_F64<DMatrixRMaj> decomposition =
        DecompositionFactory_DDRM.svd(matrix.length, matrix[0].length, true, true, true);
    if (!decomposition.decompose(new DMatrixRMaj(matrix))) {
      throw new ArithmeticException("the singular value decomposition did not converge");
    }
    double[] raw = decomposition.getSingularValues();
    int n = Math.min(matrix.length, matrix[0].length);
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -raw[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    for (int j = 0; j < n; j++) {
      values[j] = raw[order[j]];
    }
    return new Singular(
        ordered(decomposition.getU(null, false), order),
        values,
        ordered(decomposition.getV(null, false), order));
  }

  private static double[][] ordered(DMatrixRMaj columns, int[] order) {
    double[][] result = new double[columns.getNumRows()][order.length];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < order.length; j++) {
        result[i][j] = columns.get(i, order[j]);
      }
    }
    return result;
  }

  private static double[][] rows(DMatrixRMaj matrix) {
    double[][] result = new double[matrix.getNumRows()][matrix.getNumCols()];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result[i].length; j++) {
        result[i][j] = matrix.get(i, j);
      }
    }
    return result;
  }
}
