// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.Arrays;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.statistics.LevelRecord;

/** The cards of one kanban or CONWIP loop. An item knows the loops whose card it carries. */
final class CardCount {

  final String id;
  final LevelRecord used = new LevelRecord();
  private final Line line;
  private final int cards;
  private final long bit;
  private final Node entry;

  CardCount(Line line, String id, int cards, int number, Node entry) {
    this.line = line;
    this.id = id;
    this.cards = cards;
    this.bit = 1L << number;
    this.entry = entry;
  }

  /** Whether the item carries a card already or could get one. */
  boolean isFree(int item) {
    return (line.items.cards[item] & bit) != 0 || used.level() < cards;
  }

  void take(int item) {
    if ((line.items.cards[item] & bit) == 0) {
      line.items.cards[item] |= bit;
      used.change(line.now(), 1);
    }
  }

  void free(int item) {
    if ((line.items.cards[item] & bit) != 0) {
      line.items.cards[item] &= ~bit;
      used.change(line.now(), -1);
      entry.announce();
    }
  }

  static CardCount[] append(CardCount[] loops, CardCount loop) {
    CardCount[] longer = Arrays.copyOf(loops, loops.length + 1);
    longer[loops.length] = loop;
    return longer;
  }

  void exchange(Archive archive) {
    used.exchange(archive);
  }
}
