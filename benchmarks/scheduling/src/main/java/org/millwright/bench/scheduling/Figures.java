// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

/**
 * What was measured on an instance; NaN where there is none.
 *
 * @param firstSeconds until the first legal plan
 * @param value of the plan at the end
 * @param bound lower bound
 * @param bestRule value of the best dispatching rule
 * @param rule its name
 * @param exact value CP-SAT reached
 */
record Figures(
    double firstSeconds, double value, double bound, double bestRule, String rule, double exact) {}
