// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.TimeScale;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document, from which values are taken by name.
 *
 * <p>Every fault is noted with its JSON pointer and a harmless value returned instead, so that one
 * reading finds all faults.
 */
final class Cursor {

  private static final int MOST_REFUSALS = 100;

  private final JsonNode node;
  private final String path;
  private final List<Refusal> faults;
  private final Set<String> known = new HashSet<>();

  Cursor(JsonNode node, String path, List<Refusal> faults) {
    this.node = node;
    this.path = path;
    this.faults = faults;
    if (!node.isObject()) {
      fault("SCHEDULE-TYPE", "", "An object is expected.");
    }
  }

  String path() {
    return path;
  }

  void fault(String code, String name, String message) {
    if (faults.size() < MOST_REFUSALS) {
      faults.add(Refusal.of(code, name.isEmpty() ? path : path + "/" + name, message));
    }
  }

  /** The value of a name, null if absent or JSON null. */
  @Nullable JsonNode get(String name) {
    known.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  boolean has(String name) {
    return get(name) != null;
  }

  /** Complains of names nobody asked for: most are slips of the pen. */
  void expectNoMore() {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        fault("SCHEDULE-UNKNOWN", name, "There is no property of this name.");
      }
    }
  }

  String text(String name) {
    String value = textOr(name, "");
    if (value.isEmpty()) {
      fault("SCHEDULE-MISSING", name, "A text is expected.");
    }
    return value;
  }

  String textOr(String name, String otherwise) {
    JsonNode value = get(name);
    if (value == null) {
      return otherwise;
    }
    if (value.isIntegralNumber()) {
      return value.asString();
    }
    if (!value.isString()) {
      fault("SCHEDULE-TYPE", name, "A text is expected.");
      return otherwise;
    }
    return value.stringValue();
  }

  boolean flag(String name) {
    JsonNode value = get(name);
    if (value != null && !value.isBoolean()) {
      fault("SCHEDULE-TYPE", name, "true or false is expected.");
    }
    return value != null && value.isBoolean() && value.booleanValue();
  }

  double number(String name, double otherwise) {
    JsonNode value = get(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.isNumber() || !Double.isFinite(value.doubleValue()) || value.doubleValue() < 0) {
      fault("SCHEDULE-NUMBER", name, "A number from 0 is expected, not " + value + ".");
      return otherwise;
    }
    return value.doubleValue();
  }

  /** A whole number; the default must be given if the name may be absent, null otherwise. */
  long whole(String name, long least, long most, @Nullable Long otherwise) {
    JsonNode value = get(name);
    if (value == null) {
      if (otherwise == null) {
        fault("SCHEDULE-MISSING", name, "A whole number is expected.");
        return least;
      }
      return otherwise;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      fault("SCHEDULE-NUMBER", name, "A whole number is expected, not " + value + ".");
      return least;
    }
    return within(name, value.longValue(), least, most);
  }

  private long within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      fault("SCHEDULE-NUMBER", name, "%d is not between %d and %d.".formatted(value, least, most));
      return least;
    }
    return value;
  }

  /** A point in time: a tick or an ISO-8601 instant. */
  int time(String name, TimeScale scale, @Nullable Integer otherwise) {
    JsonNode value = get(name);
    if (value == null || value.isNumber()) {
      Long fallback = otherwise == null ? null : Long.valueOf(otherwise);
      return (int)
          whole(name, 0, value == null ? Integer.MAX_VALUE : Problem.MAX_HORIZON, fallback);
    }
    try {
      Instant instant = OffsetDateTime.parse(value.stringValue()).toInstant();
      if (!scale.dated()) {
        fault("SCHEDULE-TIME", name, "An instant needs the \"origin\" of the problem.");
        return 0;
      }
      return (int) within(name, scale.tickAt(instant), 0, Problem.MAX_HORIZON);
    } catch (DateTimeException | tools.jackson.core.JacksonException noInstant) {
      fault("SCHEDULE-TIME", name, value + " is neither a tick nor an ISO-8601 instant.");
      return 0;
    }
  }

  /** A length of time: ticks or an ISO-8601 duration. */
  int span(String name, TimeScale scale, int least, @Nullable Integer otherwise) {
    JsonNode value = get(name);
    if (value == null || value.isNumber()) {
      Long fallback = otherwise == null ? null : Long.valueOf(otherwise);
      return (int) whole(name, least, Problem.MAX_HORIZON, fallback);
    }
    try {
      long ticks = scale.ticks(Duration.parse(value.stringValue()));
      return (int) within(name, ticks, least, Problem.MAX_HORIZON);
    } catch (DateTimeException
        | ArithmeticException
        | tools.jackson.core.JacksonException noDuration) {
      fault("SCHEDULE-TIME", name, value + " is neither ticks nor an ISO-8601 duration.");
      return least;
    }
  }

  /** The object of a name that is present. */
  Cursor object(String name) {
    JsonNode value = get(name);
    return new Cursor(value == null ? node : value, path + "/" + name, faults);
  }

  /** The objects of an array; none if it is absent. */
  List<Cursor> list(String name) {
    JsonNode value = get(name);
    List<Cursor> items = new ArrayList<>();
    if (value == null) {
      return items;
    }
    if (!value.isArray()) {
      fault("SCHEDULE-TYPE", name, "An array is expected.");
      return items;
    }
    for (int i = 0; i < value.size(); i++) {
      items.add(new Cursor(value.get(i), path + "/" + name + "/" + i, faults));
    }
    return items;
  }

  /** The texts of an array; none if it is absent. */
  List<String> texts(String name) {
    JsonNode value = get(name);
    List<String> items = new ArrayList<>();
    if (value != null && !value.isArray()) {
      fault("SCHEDULE-TYPE", name, "An array is expected.");
    } else if (value != null) {
      for (int i = 0; i < value.size(); i++) {
        JsonNode item = value.get(i);
        if (item.isString() || item.isIntegralNumber()) {
          items.add(item.asString());
        } else {
          fault("SCHEDULE-TYPE", name + "/" + i, "A text is expected.");
        }
      }
    }
    return items;
  }
}
