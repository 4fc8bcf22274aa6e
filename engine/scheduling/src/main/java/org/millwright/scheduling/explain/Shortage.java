// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.explain;

/**
 * A week in which a machine cannot do all that should be done by then.
 *
 * @param machine index in the problem
 * @param from first tick of the week
 * @param to first tick after it
 * @param needed ticks of work that should be done by the end of the week, from the beginning
 * @param available working ticks until then
 */
public record Shortage(int machine, int from, int to, long needed, long available) {}
