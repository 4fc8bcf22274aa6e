// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.problem;

/**
 * What an operation holds of a resource.
 *
 * @param resource index in the problem
 * @param units at least 1
 */
public record ResourceUse(int resource, int units) {}
