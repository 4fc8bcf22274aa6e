// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.multivariate;

/**
 * How a multivariate chart is computed.
 *
 * @param alpha the false alarm probability of T² limits
 * @param baseline the first so many points are phase I, the rest phase II; 0 for all phase I
 * @param successive whether single vectors' covariance is from successive differences
 * @param lambda MEWMA's weight
 * @param limit MEWMA's limit; not a number to take the one for the run length
 * @param runLength MEWMA's in-control average run length
 */
public record VectorOptions(
    double alpha, int baseline, boolean successive, double lambda, double limit, double runLength) {

  /** α 0.0027, λ 0.1, run length 200. */
  public static final VectorOptions DEFAULT =
      new VectorOptions(0.0027, 0, false, 0.1, Double.NaN, 200);
}
