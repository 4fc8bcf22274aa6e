// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.millwright.server.historian.SampleSink;
import org.millwright.server.historian.Tags;
import org.millwright.sparkplug.SessionSettings;

/**
 * What the stages work with.
 *
 * @param following the equipment's wishes as they are now
 * @param nodes every edge node that spoke; each is entered by its stage
 * @param plainSilence after how many milliseconds without a message a plain MQTT device is stale;
 *     0: never
 */
record StageContext(
    Tags tags,
    SampleSink samples,
    LiveTable live,
    SessionListener listener,
    NodeCommands commands,
    MessageMapper mapper,
    WorkUnitSink workUnits,
    Supplier<Following> following,
    ConcurrentMap<EdgeNodeId, NodeState> nodes,
    IngestTotals totals,
    SessionSettings sessions,
    long plainSilence) {}
