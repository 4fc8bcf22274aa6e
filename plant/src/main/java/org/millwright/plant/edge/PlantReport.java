// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

/**
 * What a plant did.
 *
 * @param lines edge nodes
 * @param messages MQTT messages published
 * @param bytes of their payloads
 * @param seconds it ran
 * @param simulatedSeconds that passed in it
 */
public record PlantReport(
    int lines, long messages, long bytes, double seconds, double simulatedSeconds) {}
