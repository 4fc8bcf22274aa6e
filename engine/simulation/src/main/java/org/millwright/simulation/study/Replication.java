// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

import java.util.List;
import org.millwright.simulation.line.RunEnd;

/**
 * What one replication showed.
 *
 * @param keys the names of the values
 * @param growth of each unlimited buffer: mean content of the last quarter over that of the third
 * @param growthItems the same as a difference in items
 */
@SuppressWarnings("ArrayRecordComponent") // large, and only read
public record Replication(
    RunEnd end,
    double endTime,
    List<MeasureKey> keys,
    double[] values,
    double[] growth,
    double[] growthItems,
    long traceHash,
    long events) {}
