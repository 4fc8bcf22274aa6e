// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

/**
 * A number of cards that limits the items in a section: kanban for one stage, CONWIP for a line.
 *
 * @param entry the element an item can only enter with a card
 * @param exit the element that frees the card when the item leaves it
 */
public record CardLoop(String id, int cards, String entry, String exit) {}
