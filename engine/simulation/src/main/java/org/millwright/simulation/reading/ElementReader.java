// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.simulation.distribution.Constant;
import org.millwright.simulation.model.Batch;
import org.millwright.simulation.model.Branch;
import org.millwright.simulation.model.Buffer;
import org.millwright.simulation.model.Buffer.Discipline;
import org.millwright.simulation.model.Buffer.Stock;
import org.millwright.simulation.model.Conveyor;
import org.millwright.simulation.model.Element;
import org.millwright.simulation.model.Flow;
import org.millwright.simulation.model.Sink;
import org.millwright.simulation.model.Source;
import org.millwright.simulation.model.Source.ProductMix;
import org.millwright.simulation.model.Tank;
import org.millwright.simulation.model.Unbatch;

/** Reads one element by its {@code type}. */
final class ElementReader {

  private static final List<String> TYPES =
      List.of(
          "source",
          "buffer",
          "conveyor",
          "station",
          "assembly",
          "disassembly",
          "inspection",
          "batch",
          "unbatch",
          "branch",
          "sink",
          "tank",
          "flow");

  /** What happens to an item that finds no room. */
  private enum WhenFull {
    WAIT,
    LOSE
  }

  /** How the products of a source follow each other. */
  private enum Order {
    RANDOM,
    IN_TURN
  }

  private final String defaultProduct;

  /** A reader that gives items a product where a file names none. */
  ElementReader(String defaultProduct) {
    this.defaultProduct = defaultProduct;
  }

  /** The element, or null when its type is not known. */
  @Nullable Element read(Cursor at) {
    String id = at.text("id");
    String type = at.text("type");
    Element element =
        switch (type) {
          case "source" -> source(at, id);
          case "buffer" -> buffer(at, id);
          case "conveyor" -> conveyor(at, id);
          case "station", "assembly", "disassembly", "inspection" ->
              StationReader.read(at, id, type);
          case "batch" -> batch(at, id);
          case "unbatch" -> new Unbatch(id, RoutingReader.required(at, "to"));
          case "branch" -> new Branch(id, RoutingReader.required(at, "to"));
          case "sink" ->
              new Sink(id, at.numbers("thresholds", Range.NOT_NEGATIVE), at.flag("scrap", false));
          case "tank" -> tank(at, id);
          case "flow" -> flow(at, id);
          default -> unknown(at, type);
        };
    if (element != null) {
      at.refuseUnknown();
    }
    return element;
  }

  private static @Nullable Element unknown(Cursor at, String type) {
    if (!type.isEmpty()) {
      at.fault(
          "SIM-CHOICE",
          "type",
          "\"%s\" is no element; there are %s.".formatted(type, String.join(", ", TYPES)),
          Names.suggestion(type, TYPES));
    }
    return null;
  }

  private Source source(Cursor at, String id) {
    return new Source(
        id,
        DistributionReader.optionalDuration(at, "interarrival"),
        at.has("start") ? Optional.of(at.number("start", Range.NOT_NEGATIVE)) : Optional.empty(),
        DistributionReader.optionalDuration(at, "lot").orElseGet(() -> new Constant(1)),
        mix(at),
        at.has("limit") ? (long) at.number("limit", Range.NOT_NEGATIVE) : Long.MAX_VALUE,
        at.choice("whenFull", WhenFull.WAIT) == WhenFull.LOSE,
        RoutingReader.required(at, "to"));
  }

  private ProductMix mix(Cursor at) {
    List<String> products = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (Cursor entry : at.children("products")) {
      if (entry.isObject()) {
        products.add(entry.text("product"));
        shares.add(entry.number("share", 1, Range.NOT_NEGATIVE));
        entry.refuseUnknown();
      }
    }
    boolean inTurn = at.choice("order", Order.RANDOM) == Order.IN_TURN;
    if (products.isEmpty()) {
      return new ProductMix(List.of(at.text("product", defaultProduct)), List.of(1.0), inTurn);
    }
    if (shares.stream().mapToDouble(Double::doubleValue).sum() <= 0) {
      at.fault("SIM-PROBABILITY-SUM", "products", "Some share has to be above zero.", "");
    }
    return new ProductMix(products, shares, inTurn);
  }

  private Buffer buffer(Cursor at, String id) {
    return new Buffer(
        id,
        at.count("capacity", Buffer.UNLIMITED, Range.NOT_NEGATIVE),
        at.choice("discipline", Discipline.FIFO),
        DistributionReader.optionalDuration(at, "transit").orElseGet(() -> new Constant(0)),
        initial(at),
        RoutingReader.required(at, "to"));
  }

  private List<Stock> initial(Cursor at) {
    if (at.child("initial").map(field -> field.value().isNumber()).orElse(false)) {
      return List.of(new Stock(defaultProduct, at.count("initial", 0, Range.NOT_NEGATIVE)));
    }
    List<Stock> stock = new ArrayList<>();
    for (Cursor entry : at.children("initial")) {
      if (entry.isObject()) {
        stock.add(
            new Stock(
                entry.text("product", defaultProduct),
                entry.count("count", 1, Range.NOT_NEGATIVE)));
        entry.refuseUnknown();
      }
    }
    return stock;
  }

  private static Conveyor conveyor(Cursor at, String id) {
    if (!at.has("capacity")) {
      at.missing("capacity");
    }
    return new Conveyor(
        id,
        at.count("capacity", 1, Range.FROM_ONE),
        at.number("transit", Range.POSITIVE),
        at.flag("accumulating", true),
        RoutingReader.required(at, "to"));
  }

  private static Batch batch(Cursor at, String id) {
    if (!at.has("size")) {
      at.missing("size");
    }
    return new Batch(
        id,
        at.count("size", 1, Range.FROM_ONE),
        at.optionalText("product"),
        RoutingReader.required(at, "to"));
  }

  private static Tank tank(Cursor at, String id) {
    double capacity = at.number("capacity", Range.POSITIVE);
    double initial = at.number("initial", 0, Range.NOT_NEGATIVE);
    if (initial > capacity) {
      at.fault("SIM-RANGE", "initial", "The tank cannot hold %s.".formatted(initial), "");
    }
    return new Tank(id, capacity, initial);
  }

  private static Flow flow(Cursor at, String id) {
    return new Flow(
        id,
        at.optionalText("from"),
        at.optionalText("into"),
        at.number("rate", Range.POSITIVE),
        InterruptionReader.all(at));
  }
}
