// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

/**
 * A motor as its drive reports it.
 *
 * @param current A
 * @param temperature winding, °C
 * @param frequency Hz
 * @param enabled whether it is switched on
 */
public record Drive(double current, double temperature, double frequency, boolean enabled) {}
