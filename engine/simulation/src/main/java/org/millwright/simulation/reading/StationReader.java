// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.millwright.simulation.distribution.Constant;
import org.millwright.simulation.distribution.Distribution;
import org.millwright.simulation.model.Changeover;
import org.millwright.simulation.model.LineState;
import org.millwright.simulation.model.ProductTimes;
import org.millwright.simulation.model.Routing;
import org.millwright.simulation.model.Station;
import org.millwright.simulation.model.Station.Inspection;
import org.millwright.simulation.model.Station.KitPart;
import org.millwright.simulation.model.Station.OperatorNeed;
import org.millwright.simulation.model.Station.Output;
import org.millwright.simulation.model.Station.Preemption;
import org.millwright.simulation.model.Station.Shift;
import org.millwright.simulation.model.Station.TankDraw;

/** Reads stations and their kinds: assembly, disassembly and inspection. */
final class StationReader {

  /** When a station waits for its way out. */
  private enum Blocking {
    AFTER,
    BEFORE
  }

  /** What becomes of a job at the end of a shift. */
  private enum AtEnd {
    PAUSE,
    FINISH
  }

  private StationReader() {}

  static Station read(Cursor at, String id, String type) {
    boolean splits = "disassembly".equals(type);
    return new Station(
        id,
        at.count("places", 1, Range.FROM_ONE),
        times(at),
        splits ? Routing.NOWHERE : RoutingReader.required(at, "to"),
        at.choice("blocking", Blocking.AFTER) == Blocking.BEFORE,
        at.choice("preemption", Preemption.NONE),
        at.child("changeover").filter(Cursor::isObject).map(StationReader::changeover),
        operator(at),
        InterruptionReader.all(at),
        at.child("shift").filter(Cursor::isObject).map(StationReader::shift),
        "assembly".equals(type) ? kit(at) : List.of(),
        at.optionalText("makes"),
        splits ? outputs(at) : List.of(),
        at.number("defectRate", 0, Range.PROBABILITY),
        "inspection".equals(type) ? Optional.of(inspection(at)) : Optional.empty(),
        power(at),
        draws(at));
  }

  private static ProductTimes times(Cursor at) {
    Optional<Cursor> field = at.child("time");
    if (field.isEmpty()) {
      at.missing("time");
      return ProductTimes.of(new Constant(1));
    }
    Cursor time = field.get();
    if (!time.has("byProduct")) {
      return ProductTimes.of(DistributionReader.duration(time));
    }
    Map<String, Distribution> byProduct = new HashMap<>();
    time.child("byProduct").filter(Cursor::isObject).stream()
        .flatMap(entries -> entries.fields().stream())
        .forEach(entry -> byProduct.put(entry.name(), DistributionReader.duration(entry.value())));
    Optional<Distribution> otherwise = DistributionReader.optionalDuration(time, "otherwise");
    time.refuseUnknown();
    return new ProductTimes(byProduct, otherwise);
  }

  private static Changeover changeover(Cursor at) {
    List<Changeover.Step> steps = new ArrayList<>();
    for (Cursor entry : at.children("steps")) {
      if (entry.isObject()) {
        steps.add(
            new Changeover.Step(
                entry.text("from"), entry.text("to"), DistributionReader.duration(entry, "time")));
        entry.refuseUnknown();
      }
    }
    Changeover read = new Changeover(steps, DistributionReader.optionalDuration(at, "otherwise"));
    at.refuseUnknown();
    return read;
  }

  private static Optional<OperatorNeed> operator(Cursor at) {
    return at.child("operator")
        .map(entry -> {
          if (entry.value().isString()) {
            return new OperatorNeed(entry.value().stringValue(), 1, 0);
          }
          OperatorNeed need =
              new OperatorNeed(
                  entry.text("pool"),
                  entry.count("count", 1, Range.FROM_ONE),
                  entry.count("priority", 0, Range.ANY));
          entry.refuseUnknown();
          return need;
        });
  }

  private static Shift shift(Cursor at) {
    Shift shift = new Shift(at.text("calendar"), at.choice("atEnd", AtEnd.PAUSE) == AtEnd.FINISH);
    at.refuseUnknown();
    return shift;
  }

  private static List<KitPart> kit(Cursor at) {
    List<KitPart> parts = new ArrayList<>();
    for (Cursor entry : at.children("parts")) {
      if (entry.isObject()) {
        parts.add(new KitPart(entry.text("from"), entry.count("count", 1, Range.FROM_ONE)));
        entry.refuseUnknown();
      }
    }
    if (parts.isEmpty()) {
      at.missing("parts");
    }
    return parts;
  }

  private static List<Output> outputs(Cursor at) {
    List<Output> outputs = new ArrayList<>();
    for (Cursor entry : at.children("outputs")) {
      if (entry.isObject()) {
        outputs.add(
            new Output(
                entry.text("product"),
                entry.count("count", 1, Range.FROM_ONE),
                RoutingReader.required(entry, "to")));
        entry.refuseUnknown();
      }
    }
    if (outputs.isEmpty()) {
      at.missing("outputs");
    }
    return outputs;
  }

  private static Inspection inspection(Cursor at) {
    Routing reject = RoutingReader.required(at, "reject");
    boolean limited = at.has("limit");
    if (limited && !at.has("otherwise")) {
      at.missing("otherwise");
    }
    return new Inspection(
        at.number("detection", 1, Range.PROBABILITY),
        at.number("falseAlarm", 0, Range.PROBABILITY),
        reject,
        at.count("limit", Integer.MAX_VALUE, Range.NOT_NEGATIVE),
        at.has("otherwise") ? RoutingReader.required(at, "otherwise") : reject);
  }

  private static Map<LineState, Double> power(Cursor at) {
    Map<LineState, Double> power = new EnumMap<>(LineState.class);
    at.child("power").filter(Cursor::isObject).stream()
        .flatMap(entries -> entries.fields().stream())
        .forEach(entry -> putPower(power, at, entry));
    return power;
  }

  private static void putPower(Map<LineState, Double> power, Cursor at, Cursor.Field entry) {
    double kilowatts = entry.value().number(Range.NOT_NEGATIVE);
    for (LineState state : LineState.values()) {
      if (state.name().equals(entry.name().toUpperCase(Locale.ROOT))) {
        power.put(state, kilowatts);
        return;
      }
    }
    List<String> names = new ArrayList<>();
    for (LineState state : LineState.values()) {
      names.add(state.name());
    }
    at.faults()
        .add(
            "SIM-CHOICE",
            entry.value().pointer(),
            "\"%s\" is no state; there are %s.".formatted(entry.name(), String.join(", ", names)),
            Names.suggestion(entry.name(), names));
  }

  private static List<TankDraw> draws(Cursor at) {
    List<TankDraw> draws = new ArrayList<>();
    for (Cursor entry : at.children("draw")) {
      if (entry.isObject()) {
        draws.add(new TankDraw(entry.text("tank"), entry.number("volume", Range.ANY)));
        entry.refuseUnknown();
      }
    }
    return draws;
  }
}
