// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.millwright.model.Refusal;
import org.millwright.simulation.model.CardLoop;
import org.millwright.simulation.model.Element;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.Pool;
import org.millwright.simulation.model.Product;
import org.millwright.simulation.model.RunPlan;
import org.millwright.simulation.model.TimeScale;
import org.millwright.simulation.model.WorkCalendar;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a model from JSON and checks it: syntax, fields, links, and the line as a whole. */
public final class ModelReader {

  /** The largest file taken, in bytes. */
  public static final long LARGEST_FILE = 64L << 20;

  /** The most elements a line may have. */
  public static final int MOST_ELEMENTS = 20_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final double DEFAULT_HORIZON = 10_000;
  private static final int DEFAULT_REPLICATIONS = 10;

  private ModelReader() {}

  /** Reads a file; one that is absent or too large is refused. */
  public static ModelReading read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return refused("SIM-FILE", "There is no file %s.".formatted(file), "");
    }
    if (Files.size(file) > LARGEST_FILE) {
      return refused(
          "SIM-TOO-LARGE",
          "The file has %,d bytes; at most %,d are read.".formatted(Files.size(file), LARGEST_FILE),
          "a generator ran away.");
    }
    return read(Files.readString(file));
  }

  private static ModelReading refused(String code, String message, String maybe) {
    return new ModelReading.Refused(List.of(new Refusal(code, "", message, maybe)));
  }

  /** Reads a model from the text of a JSON document. */
  public static ModelReading read(String json) {
    try {
      return read(MAPPER.readTree(json));
    } catch (JacksonException fault) {
      var place = fault.getLocation();
      String where =
          place == null
              ? ""
              : "line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
      return new ModelReading.Refused(
          List.of(Refusal.of("SIM-JSON", where, fault.getOriginalMessage())));
    }
  }

  /** Reads a model from a JSON document. */
  public static ModelReading read(JsonNode document) {
    Faults faults = new Faults();
    Cursor at = new Cursor(document, "", faults);
    if (!at.isObject()) {
      return new ModelReading.Refused(faults.list());
    }
    if (document.path("elements").size() > MOST_ELEMENTS) {
      faults.add(
          "SIM-TOO-LARGE",
          "/elements",
          "%,d elements are too many; a line has at most %,d."
              .formatted(document.path("elements").size(), MOST_ELEMENTS),
          "a generator ran away.");
      return new ModelReading.Refused(faults.list());
    }
    LineModel model = model(at);
    at.refuseUnknown();
    if (faults.isEmpty()) {
      new LinkCheck(model, faults).run();
    }
    if (faults.isEmpty()) {
      new FlowCheck(model, faults).run();
    }
    return faults.isEmpty()
        ? new ModelReading.Accepted(model)
        : new ModelReading.Refused(faults.list());
  }

  private static LineModel model(Cursor at) {
    List<Product> products = products(at);
    List<Element> elements = new ArrayList<>();
    ElementReader reader = new ElementReader(products.getFirst().id());
    if (!at.has("elements")) {
      at.missing("elements");
    }
    for (Cursor entry : at.children("elements")) {
      Element element = entry.isObject() ? reader.read(entry) : null;
      if (element != null) {
        elements.add(element);
      }
    }
    return new LineModel(
        at.text("name", "line"),
        new TimeScale(
            at.text("timeUnit", "s"),
            at.number("ticksPerUnit", TimeScale.DEFAULT_TICKS, Range.POSITIVE)),
        plan(at),
        products,
        elements,
        pools(at),
        calendars(at),
        loops(at));
  }

  private static RunPlan plan(Cursor at) {
    double horizon = at.number("horizon", DEFAULT_HORIZON, Range.POSITIVE);
    OptionalDouble warmup =
        at.has("warmup") && !"auto".equals(at.child("warmup").orElseThrow().value().asString())
            ? OptionalDouble.of(at.number("warmup", Range.NOT_NEGATIVE))
            : OptionalDouble.empty();
    if (warmup.orElse(0) >= horizon) {
      at.fault(
          "SIM-RANGE", "warmup", "The warm-up ends after the horizon %s.".formatted(horizon), "");
    }
    long seed = (long) at.number("seed", 1, Range.ANY);
    return new RunPlan(
        horizon, warmup, at.count("replications", DEFAULT_REPLICATIONS, Range.FROM_ONE), seed);
  }

  private static List<Product> products(Cursor at) {
    List<Product> list = new ArrayList<>();
    for (Cursor entry : at.children("products")) {
      if (entry.value().isString()) {
        list.add(new Product(entry.value().stringValue(), 0));
      } else if (entry.isObject()) {
        list.add(new Product(entry.text("id"), entry.count("priority", 0, Range.ANY)));
        entry.refuseUnknown();
      }
    }
    return list.isEmpty() ? List.of(new Product("item", 0)) : list;
  }

  private static List<Pool> pools(Cursor at) {
    List<Pool> list = new ArrayList<>();
    for (Cursor entry : at.children("pools")) {
      if (entry.isObject()) {
        list.add(
            new Pool(
                entry.text("id"),
                entry.count("count", 1, Range.FROM_ONE),
                entry.optionalText("calendar")));
        entry.refuseUnknown();
      }
    }
    return list;
  }

  private static List<WorkCalendar> calendars(Cursor at) {
    List<WorkCalendar> list = new ArrayList<>();
    for (Cursor entry : at.children("calendars")) {
      if (entry.isObject()) {
        list.add(CalendarReader.read(entry));
      }
    }
    return list;
  }

  private static List<CardLoop> loops(Cursor at) {
    List<CardLoop> list = new ArrayList<>();
    for (Cursor entry : at.children("loops")) {
      if (entry.isObject()) {
        list.add(
            new CardLoop(
                entry.text("id"),
                entry.count("cards", 1, Range.FROM_ONE),
                entry.text("entry"),
                entry.text("exit")));
        entry.refuseUnknown();
      }
    }
    return list;
  }
}
