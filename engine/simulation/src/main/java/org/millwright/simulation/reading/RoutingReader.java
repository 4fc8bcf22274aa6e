// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.ArrayList;
import java.util.List;
import org.millwright.simulation.model.Routing;
import org.millwright.simulation.model.Routing.Rule;
import org.millwright.simulation.model.Routing.Way;
import tools.jackson.databind.JsonNode;

/**
 * Reads where items go: the id of an element, a list of ids (the first with room), a list of ways
 * with probabilities, or an object with a {@code rule} and its {@code ways}.
 */
final class RoutingReader {

  private static final double SUM_TOLERANCE = 1e-6;

  private RoutingReader() {}

  static Routing required(Cursor parent, String field) {
    if (!parent.has(field)) {
      parent.missing(field);
    }
    return parent.child(field).map(RoutingReader::read).orElse(Routing.NOWHERE);
  }

  private static Routing read(Cursor at) {
    JsonNode value = at.value();
    if (value.isString()) {
      return Routing.to(value.stringValue());
    }
    if (value.isArray()) {
      return list(at);
    }
    return at.isObject() ? object(at) : Routing.NOWHERE;
  }

  private static Routing list(Cursor at) {
    List<Way> ways = new ArrayList<>();
    boolean byChance = false;
    for (int i = 0; i < at.value().size(); i++) {
      Cursor entry = new Cursor(at.value().get(i), at.pointer() + "/" + i, at.faults());
      byChance |= entry.value().isObject();
      ways.add(way(entry));
    }
    return checked(at, new Routing(byChance ? Rule.PROBABILITY : Rule.FIRST, ways));
  }

  private static Routing object(Cursor at) {
    if (!at.has("rule")) {
      at.missing("rule");
    }
    Rule rule = at.choice("rule", Rule.FIRST);
    List<Way> ways = new ArrayList<>();
    at.children("ways").forEach(entry -> ways.add(way(entry)));
    at.refuseUnknown();
    return checked(at, new Routing(rule, ways));
  }

  private static Way way(Cursor at) {
    if (at.value().isString()) {
      return new Way(at.value().stringValue(), 1, List.of());
    }
    if (!at.isObject()) {
      return new Way("", 1, List.of());
    }
    List<String> products = new ArrayList<>();
    for (Cursor product : at.children("products")) {
      products.add(product.value().isString() ? product.value().stringValue() : "");
    }
    if (at.has("product")) {
      products.add(at.text("product"));
    }
    Way way = new Way(at.text("to"), at.number("probability", 1, Range.PROBABILITY), products);
    at.refuseUnknown();
    return way;
  }

  private static Routing checked(Cursor at, Routing routing) {
    if (routing.ways().isEmpty()) {
      at.fault("SIM-LENGTH", "At least one way is needed.");
    }
    double sum = routing.ways().stream().mapToDouble(Way::probability).sum();
    if (routing.rule() == Rule.PROBABILITY && Math.abs(sum - 1) > SUM_TOLERANCE) {
      at.fault("SIM-PROBABILITY-SUM", "The probabilities sum to %s, not to 1.".formatted(sum));
    }
    return routing;
  }
}
