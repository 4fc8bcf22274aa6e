// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

/**
 * What a plant did.
 *
 * @param lines edge nodes
 * @param messages MQTT messages published
 * @param bytes of their payloads
 * @param failed messages that could not be handed to the broker
 * @param seconds it ran
 * @param simulatedSeconds that passed in it
 */
public record PlantReport(
    int lines, long messages, long bytes, long failed, double seconds, double simulatedSeconds) {}
