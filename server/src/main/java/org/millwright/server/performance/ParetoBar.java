// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.performance.SixBigLoss;

/**
 * A bar of a Pareto chart of losses.
 *
 * @param key reason code, loss or unit
 * @param loss which of the six big losses it is, null when it is planned or a mixture
 * @param count how many stops; 0 where stops are not what is counted
 */
public record ParetoBar(
    String key, Name name, @Nullable SixBigLoss loss, double seconds, long count) {}
