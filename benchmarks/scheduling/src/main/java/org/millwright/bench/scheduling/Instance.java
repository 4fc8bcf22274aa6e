// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.scheduling;

import org.millwright.scheduling.problem.Problem;

/**
 * One row of the benchmark.
 *
 * @param set the set it belongs to
 * @param name what it is called
 * @param problem what is to be planned
 * @param bestKnown value of the best plan known, 0 if none is
 */
record Instance(String set, String name, Problem problem, double bestKnown) {}
