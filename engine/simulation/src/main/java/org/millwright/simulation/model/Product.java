// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

/**
 * A kind of item.
 *
 * @param priority of two waiting items the one with the smaller number goes first
 */
public record Product(String id, int priority) {}
