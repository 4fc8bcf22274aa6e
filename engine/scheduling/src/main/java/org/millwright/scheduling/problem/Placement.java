// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

/**
 * When and where an operation is done.
 *
 * @param job index in the problem
 * @param operation index in its job
 * @param machine index in the problem
 * @param start first tick
 * @param end first tick after it, pauses included
 */
public record Placement(int job, int operation, int machine, int start, int end) {}
