// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.List;
import org.millwright.simulation.distribution.Choice;

/** How an element chooses where an item goes next. */
public record Routing(Rule rule, List<Way> ways) {

  /** No way on. */
  public static final Routing NOWHERE = new Routing(Rule.FIRST, List.of());

  public Routing {
    ways = List.copyOf(ways);
  }

  /** Everything goes to one element. */
  public static Routing to(String element) {
    return new Routing(Rule.FIRST, List.of(new Way(element, 1, List.of())));
  }

  /** A choice among the ways by their weights. */
  public Choice choice() {
    return new Choice(ways.stream().mapToDouble(Way::probability).toArray());
  }

  /** How one of several ways is chosen. */
  public enum Rule {
    /** The first with room, in the order given. */
    FIRST,
    /** The one with the fewest items that has room. */
    SHORTEST,
    /** By chance; then it waits for that one. */
    PROBABILITY,
    /** One after the other; then it waits for that one. */
    CYCLE,
    /** By the product. */
    PRODUCT
  }

  /**
   * One way on.
   *
   * @param probability weight of this way under {@link Rule#PROBABILITY}
   * @param products taken by this way under {@link Rule#PRODUCT}; empty for all others
   */
  public record Way(String to, double probability, List<String> products) {
    public Way {
      products = List.copyOf(products);
    }
  }
}
