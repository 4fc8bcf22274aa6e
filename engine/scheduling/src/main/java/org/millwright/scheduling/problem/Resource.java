// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

/**
 * Something operations need beside their machine: a crew with a skill, a mould, a tool.
 *
 * <p>An operation holds its share from start to end, pauses included: a mould stays in the press.
 *
 * @param id name in the input
 * @param capacity units there are, at least 1
 */
public record Resource(String id, int capacity) {}
