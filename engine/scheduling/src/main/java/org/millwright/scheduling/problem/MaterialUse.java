// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

/**
 * What an operation takes of a material at its start.
 *
 * @param material index in the problem
 * @param quantity at least 1
 */
public record MaterialUse(int material, long quantity) {}
