// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

/**
 * A place an operation must keep: it is running, frozen, or a person put it there.
 *
 * @param machine index in the problem
 * @param start tick
 * @param end tick, after {@code start}; what it lasts is taken as given
 */
public record Lock(int machine, int start, int end) {}
