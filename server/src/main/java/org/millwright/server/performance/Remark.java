// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.performance.Annotation.Reach;
import org.millwright.performance.WorkUnitState;

/**
 * What a person said about a stretch of a unit's time.
 *
 * @param id the later said has the greater one
 * @param to null: until the stop under way at {@code from} ends
 * @param state how the time is to be booked; null when only something was written
 * @param reason code, empty when none was given
 * @param note what was written, empty when nothing
 */
record Remark(
    long id,
    String unit,
    Instant from,
    @Nullable Instant to,
    Reach reach,
    @Nullable WorkUnitState state,
    String reason,
    String note,
    String by,
    Instant at) {}
