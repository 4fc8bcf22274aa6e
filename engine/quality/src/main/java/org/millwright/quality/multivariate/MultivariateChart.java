// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.multivariate;

import java.util.List;
import java.util.Map;
import org.millwright.quality.chart.ControlChart;

/**
 * A finished multivariate chart.
 *
 * @param chart the plotted statistic
 * @param variables the variables
 * @param means the mean vector
 * @param covariance the covariance matrix, row by row
 * @param contributions for each point how much T² falls without a variable
 */
public record MultivariateChart(
    ControlChart chart,
    List<String> variables,
    List<Double> means,
    List<List<Double>> covariance,
    List<Map<String, Double>> contributions) {}
