// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

/**
 * An operation no place could be found for.
 *
 * @param job index in the problem
 * @param operation index in its job
 * @param reason why, as a sentence
 */
public record Unplanned(int job, int operation, String reason) {}
