// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One value of a JSON document with its pointer. Reading through it notes faults and goes on with a
 * stand-in, so that one pass finds all of them; reading a field also marks it as known.
 */
final class Cursor {

  private final JsonNode value;
  private final String pointer;
  private final Faults faults;
  private final Set<String> known = new HashSet<>();

  Cursor(JsonNode value, String pointer, Faults faults) {
    this.value = value;
    this.pointer = pointer;
    this.faults = faults;
  }

  String pointer() {
    return pointer;
  }

  String pointer(String field) {
    return pointer + "/" + field.replace("~", "~0").replace("/", "~1");
  }

  JsonNode value() {
    return value;
  }

  Faults faults() {
    return faults;
  }

  boolean has(String field) {
    return find(field) != null;
  }

  private @Nullable JsonNode find(String field) {
    known.add(field);
    JsonNode found = value.get(field);
    return found == null || found.isNull() ? null : found;
  }

  void fault(String code, String message) {
    faults.add(code, pointer, message);
  }

  void fault(String code, String field, String message, String maybe) {
    faults.add(code, pointer(field), message, maybe);
  }

  /** Whether this is an object; otherwise a fault. */
  boolean isObject() {
    if (!value.isObject()) {
      fault("SIM-TYPE", "An object is expected here, not %s.".formatted(shown(value)));
    }
    return value.isObject();
  }

  static String shown(JsonNode node) {
    String text = node.isMissingNode() ? "nothing" : node.toString();
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }

  Optional<Cursor> child(String field) {
    JsonNode found = find(field);
    return found == null
        ? Optional.empty()
        : Optional.of(new Cursor(found, pointer(field), faults));
  }

  /** The entries of an array field, none when it is absent. */
  List<Cursor> children(String field) {
    JsonNode found = find(field);
    List<Cursor> list = new ArrayList<>();
    if (found == null) {
      return list;
    }
    if (!found.isArray()) {
      fault("SIM-TYPE", field, "A list is expected here, not %s.".formatted(shown(found)), "");
      return list;
    }
    for (int i = 0; i < found.size(); i++) {
      list.add(new Cursor(found.get(i), pointer(field) + "/" + i, faults));
    }
    return list;
  }

  /** The fields of this object, each as a cursor. */
  List<Field> fields() {
    List<Field> list = new ArrayList<>();
    for (var property : value.properties()) {
      known.add(property.getKey());
      list.add(
          new Field(
              property.getKey(),
              new Cursor(property.getValue(), pointer(property.getKey()), faults)));
    }
    return list;
  }

  /** A named value of an object. */
  record Field(String name, Cursor value) {}

  String text(String field) {
    if (!has(field)) {
      missing(field);
      return "";
    }
    return text(field, "");
  }

  String text(String field, String absent) {
    JsonNode found = find(field);
    if (found == null) {
      return absent;
    }
    if (!found.isString() || found.stringValue().isBlank()) {
      fault("SIM-TYPE", field, "A text is expected here, not %s.".formatted(shown(found)), "");
      return absent;
    }
    return found.stringValue();
  }

  Optional<String> optionalText(String field) {
    return has(field) ? Optional.of(text(field, "")) : Optional.empty();
  }

  boolean flag(String field, boolean absent) {
    JsonNode found = find(field);
    if (found == null) {
      return absent;
    }
    if (!found.isBoolean()) {
      fault(
          "SIM-TYPE", field, "true or false is expected here, not %s.".formatted(shown(found)), "");
      return absent;
    }
    return found.booleanValue();
  }

  double number(String field, Range range) {
    if (!has(field)) {
      missing(field);
      return range.standIn();
    }
    return number(field, range.standIn(), range);
  }

  double number(String field, double absent, Range range) {
    JsonNode found = find(field);
    return found == null ? absent : number(found, pointer(field), range);
  }

  private double number(JsonNode found, String at, Range range) {
    double number = found.isNumber() ? found.doubleValue() : Double.NaN;
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      faults.add("SIM-TYPE", at, "A number is expected here, not %s.".formatted(shown(found)));
    } else if (!range.holds(number)) {
      faults.add("SIM-RANGE", at, "%s is not %s.".formatted(shown(found), range.words()));
    } else {
      return number;
    }
    return range.standIn();
  }

  /** A number that is the value itself. */
  double number(Range range) {
    return number(value, pointer, range);
  }

  int count(String field, int absent, Range range) {
    JsonNode found = find(field);
    if (found == null) {
      return absent;
    }
    double number = number(found, pointer(field), range);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      fault(
          "SIM-TYPE",
          field,
          "A whole number is expected here, not %s.".formatted(shown(found)),
          "");
      return absent;
    }
    return (int) number;
  }

  List<Double> numbers(String field, Range range) {
    List<Double> list = new ArrayList<>();
    for (Cursor entry : children(field)) {
      list.add(entry.number(range));
    }
    return list;
  }

  /** One of some words, in lower case with hyphens for an enum's underscores. */
  <E extends Enum<E>> E choice(String field, E absent) {
    return has(field) ? choiceOf(field, text(field, ""), absent) : absent;
  }

  private <E extends Enum<E>> E choiceOf(String field, String word, E absent) {
    List<String> words = new ArrayList<>();
    for (E constant : absent.getDeclaringClass().getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(word)) {
        return constant;
      }
      words.add(name);
    }
    fault(
        "SIM-CHOICE",
        field,
        "\"%s\" is none of %s.".formatted(word, String.join(", ", words)),
        Names.suggestion(word, words));
    return absent;
  }

  void missing(String field) {
    faults.add("SIM-MISSING", pointer, "\"%s\" is missing.".formatted(field));
  }

  /** Notes every field that nobody asked for. */
  void refuseUnknown() {
    for (String name : value.propertyNames()) {
      if (!known.contains(name) && !name.startsWith("$") && !"comment".equals(name)) {
        fault(
            "SIM-UNKNOWN-FIELD",
            name,
            "\"%s\" is not known here.".formatted(name),
            Names.suggestion(name, List.copyOf(known)));
      }
    }
  }
}
