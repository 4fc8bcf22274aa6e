// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.performance.SixBigLoss;

/**
 * A reason as those see it who give reasons.
 *
 * @param loss null for planned time
 * @param active false when it, or one above it, is given no more
 */
record ReasonView(
    String code, Name name, @Nullable SixBigLoss loss, boolean active, List<ReasonView> children) {}
