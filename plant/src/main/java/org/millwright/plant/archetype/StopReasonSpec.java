// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.archetype;

/**
 * One value of {@code Stop/ReasonCode}.
 *
 * @param code 0 means the machine does not know
 * @param name in English
 * @param nameZh in Chinese
 * @param loss the class of loss: unclassified, external, equipment-failure, minor-stop, setup,
 *     planned
 */
public record StopReasonSpec(int code, String name, String nameZh, String loss) {}
