// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.model.Station.Preemption;

/**
 * What a station is built from.
 *
 * @param exits the way on, and behind it that of rejected and of given-up items if they differ
 * @param makes the product an item becomes, negative to stay what it is
 */
@SuppressWarnings("ArrayRecordComponent") // passed once at building
record StationParts(
    int places,
    Router[] exits,
    JobTimes times,
    QualityCheck quality,
    Workers workers,
    TankLinks tanks,
    Preemption preemption,
    int[] productPriority,
    boolean blocksBefore,
    int makes) {}
