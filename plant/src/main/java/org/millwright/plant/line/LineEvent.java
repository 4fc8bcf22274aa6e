// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

/**
 * A machine changed its state.
 *
 * @param seconds simulated seconds since the line's beginning
 * @param machine the machine's id
 * @param from the state it left
 * @param to the state it entered
 * @param reason stop reason code in the new state, 0 when running
 * @param good good units made until then
 * @param reject rejected units until then
 */
public record LineEvent(
    double seconds,
    String machine,
    PackMlState from,
    PackMlState to,
    int reason,
    long good,
    long reject) {}
