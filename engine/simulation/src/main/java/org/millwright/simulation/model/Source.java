// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.List;
import java.util.Optional;
import org.millwright.simulation.distribution.Distribution;

/**
 * Where items come from.
 *
 * @param interarrival time between arrivals; empty when an item is always ready
 * @param start time of the first arrival; empty for one interarrival time after the start
 * @param lot items per arrival
 * @param mix the products and their shares
 * @param limit items made at most
 * @param loses whether an item that finds no room is lost; otherwise it waits and arrivals pause
 */
public record Source(
    String id,
    Optional<Distribution> interarrival,
    Optional<Double> start,
    Distribution lot,
    ProductMix mix,
    long limit,
    boolean loses,
    Routing to)
    implements ItemElement {

  @Override
  public String type() {
    return "source";
  }

  /**
   * The products of a source.
   *
   * @param inTurn whether products follow each other in the order given; otherwise by chance
   */
  public record ProductMix(List<String> products, List<Double> shares, boolean inTurn) {
    public ProductMix {
      products = List.copyOf(products);
      shares = List.copyOf(shares);
    }
  }
}
