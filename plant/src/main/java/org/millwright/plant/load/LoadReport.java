// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.load;

/**
 * What a load generator sent.
 *
 * @param nodes edge nodes connected at the end
 * @param messages data messages
 * @param metrics metric changes in them
 * @param bytes of their payloads
 * @param births NBIRTH and DBIRTH messages, rebirths included
 * @param birthMetrics metrics in the births
 * @param rebirths asked for by the host
 * @param lost connections lost
 * @param failed data messages the broker did not take
 * @param seconds of sending
 * @param metricsPerSecond achieved
 * @param cpuSeconds of this process while sending
 */
public record LoadReport(
    int nodes,
    long messages,
    long metrics,
    long bytes,
    long births,
    long birthMetrics,
    long rebirths,
    long lost,
    long failed,
    double seconds,
    double metricsPerSecond,
    double cpuSeconds) {}
