// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.List;
import java.util.Map;

/**
 * A stage's estimates and what they make of its points.
 *
 * @param center the main centre line
 * @param sigma the process standard deviation the limits rest on
 * @param definition whose definition σ follows
 * @param figures every other number a textbook prints
 * @param constants the chart constants used, for a constant subgroup size
 * @param drafts the panels
 * @param columns further values a point, such as each subgroup's range
 */
record Fit(
    double center,
    double sigma,
    String definition,
    Map<String, Double> figures,
    Map<String, Double> constants,
    List<Draft> drafts,
    Map<String, List<Double>> columns) {}
