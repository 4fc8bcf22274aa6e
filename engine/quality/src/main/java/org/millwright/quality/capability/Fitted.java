// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * A distribution fitted to a sample by maximum likelihood.
 *
 * @param name its key
 * @param parameters its parameters by name
 * @param cdf its distribution function
 * @param quantile its quantile function
 * @param logDensity the logarithm of its density
 */
record Fitted(
    String name,
    Map<String, Double> parameters,
    DoubleUnaryOperator cdf,
    DoubleUnaryOperator quantile,
    DoubleUnaryOperator logDensity) {

  double logLikelihood(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += logDensity.applyAsDouble(value);
    }
    return sum;
  }

  double andersonDarling(double[] sorted) {
    double[] at = new double[sorted.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = cdf.applyAsDouble(sorted[i]);
    }
    return Normality.andersonDarling(at);
  }
}
