// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An edge node or device as the HTTP API and the live stream show it. Births to refusals count
 * since it first spoke, messages since the platform's start.
 *
 * @param id for addresses
 * @param edgeNode {@code group/node}
 * @param device empty for the edge node itself
 * @param declared metrics its last birth declared
 * @param messages of the edge node; 0 for devices
 * @param messagesPerSecond of the edge node, over the last seconds; null for devices
 * @param clockOffsetMillis the node's clock minus the platform's, null while within the limit
 * @param node path of the work unit it speaks for, null when it is assigned to none
 * @param template class of that work unit
 */
record DeviceView(
    String id,
    String source,
    String edgeNode,
    String device,
    DeviceEntry.State connection,
    Instant since,
    Instant firstSeen,
    Instant lastMessageAt,
    int declared,
    long births,
    long rebirths,
    long deaths,
    long gaps,
    long rebirthsAsked,
    long refused,
    String lastRefusal,
    long messages,
    long metrics,
    @Nullable Double messagesPerSecond,
    @Nullable Double metricsPerSecond,
    @Nullable Long clockOffsetMillis,
    @Nullable String node,
    @Nullable String template) {}
