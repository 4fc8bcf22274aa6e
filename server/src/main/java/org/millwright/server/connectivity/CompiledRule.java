// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.telemetry.MappedSample;
import org.millwright.server.telemetry.MessageMapper.Mapping;
import org.millwright.server.telemetry.RawMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A rule ready to be applied. */
final class CompiledRule {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final MappingRule rule;
  private final TopicPattern topic;
  private final JsonPointer pointer;
  private final @Nullable JsonPointer timePointer;
  private final @Nullable DateTimeFormatter format;

  private CompiledRule(
      MappingRule rule,
      TopicPattern topic,
      JsonPointer pointer,
      @Nullable JsonPointer timePointer,
      @Nullable DateTimeFormatter format) {
    this.rule = rule;
    this.topic = topic;
    this.pointer = pointer;
    this.timePointer = timePointer;
    this.format = format;
  }

  /** Every reason why a rule cannot be applied; empty when it can. */
  static List<Refusal> faults(MappingRule rule) {
    List<Refusal> faults = new ArrayList<>();
    TopicPattern topic = TopicPattern.parse(rule.topic());
    if (topic == null || rule.topic().startsWith(RawMessage.SPARKPLUG)) {
      faults.add(
          new Refusal(
              "MAPPING-TOPIC",
              "topic",
              "\"" + rule.topic() + "\" is no topic filter of plain MQTT.",
              "a wildcard stands alone in its level, and # is last."));
    } else {
      for (String name : topic.unknownNames(rule.edgeNode() + rule.device() + rule.metric())) {
        if (!name.equals("key")) {
          faults.add(
              Refusal.of(
                  "MAPPING-NAME", "topic", "No level of the topic is named {" + name + "}."));
        }
      }
    }
    if (rule.edgeNode().isBlank() || rule.metric().isBlank()) {
      faults.add(Refusal.of("MAPPING-EMPTY", "edgeNode, metric", "Node and metric need names."));
    }
    addPointerFault(faults, "pointer", rule.pointer());
    addPointerFault(faults, "timePointer", rule.timePointer());
    try {
      formatter(rule.timeFormat());
    } catch (IllegalArgumentException noFormat) {
      faults.add(
          new Refusal(
              "MAPPING-TIME",
              "timeFormat",
              "\"" + rule.timeFormat() + "\" is no format of a time.",
              "use ISO, MILLIS, SECONDS, or a pattern such as yyyy-MM-dd HH:mm:ss."));
    }
    return faults;
  }

  private static void addPointerFault(List<Refusal> faults, String place, String text) {
    try {
      JsonPointer.compile(text);
    } catch (IllegalArgumentException noPointer) {
      faults.add(
          new Refusal(
              "MAPPING-POINTER",
              place,
              "\"" + text + "\" is no JSON pointer.",
              "start it with a slash, such as /values/temperature."));
    }
  }

  /** A rule without faults, compiled. */
  static CompiledRule of(MappingRule rule) {
    TopicPattern topic = TopicPattern.parse(rule.topic());
    if (topic == null) {
      throw new IllegalArgumentException(rule.topic());
    }
    return new CompiledRule(
        rule,
        topic,
        JsonPointer.compile(rule.pointer()),
        rule.timePointer().isEmpty() ? null : JsonPointer.compile(rule.timePointer()),
        formatter(rule.timeFormat()));
  }

  private static @Nullable DateTimeFormatter formatter(String format) {
    return switch (format) {
      case "", "ISO", "MILLIS", "SECONDS" -> null;
      default ->
          DateTimeFormatter.ofPattern(format, java.util.Locale.ROOT).withZone(ZoneOffset.UTC);
    };
  }

  TopicPattern topic() {
    return topic;
  }

  /** The named levels of the message's topic; null when the rule does not take the message. */
  @Nullable Map<String, String> match(RawMessage message) {
    boolean ours =
        rule.enabled() && (rule.source().isEmpty() || rule.source().equals(message.source()));
    return ours ? topic.match(message.topic()) : null;
  }

  /** The register's name of who sent a matching message. */
  DeviceId sender(RawMessage message, Map<String, String> named) {
    return new DeviceId(
        message.source(),
        TopicPattern.fill(rule.edgeNode(), named),
        TopicPattern.fill(rule.device(), named));
  }

  Mapping apply(RawMessage message, Map<String, String> named) {
    JsonNode root;
    try {
      root = JSON.readTree(message.payload());
    } catch (JacksonException noJson) {
      return refused("MAPPING-JSON", message, "The payload is no JSON.");
    }
    if (root.isMissingNode()) {
      return refused("MAPPING-JSON", message, "The payload is empty.");
    }
    JsonNode value = root.at(pointer);
    if (value.isMissingNode()) {
      return refused(
          "MAPPING-VALUE", message, "The payload has nothing at " + rule.pointer() + ".");
    }
    Long time = time(root, message);
    if (time == null) {
      return refused(
          "MAPPING-TIME",
          message,
          "No time by " + rule.timeFormat() + " at " + rule.timePointer() + ".");
    }
    List<MappedSample> samples = new ArrayList<>();
    DeviceId sender = sender(message, named);
    if (value.isObject()) {
      Map<String, String> names = new HashMap<>(named);
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        if (member.getValue().isValueNode()) {
          names.put("key", member.getKey());
          samples.add(sample(sender, names, member.getKey(), member.getValue(), time));
        }
      }
    } else {
      samples.add(sample(sender, named, "", value, time));
    }
    return new Mapping.Samples(samples);
  }

  private MappedSample sample(
      DeviceId sender, Map<String, String> named, String key, JsonNode value, long time) {
    String metric = TopicPattern.fill(rule.metric(), named);
    if (!key.isEmpty() && !rule.metric().contains("{key}")) {
      metric += "/" + key;
    }
    boolean numeric = value.isNumber() || value.isBoolean();
    double number =
        value.isBoolean() ? (value.asBoolean() ? 1 : 0) : numeric ? value.asDouble() : Double.NaN;
    String text =
        numeric || value.isNull()
            ? null
            : value.isString() ? value.stringValue() : value.toString();
    return new MappedSample(
        new TagAddress(sender.source(), sender.edgeNode(), sender.device(), metric),
        time,
        number,
        text,
        rule.unit(),
        value.isNull() ? Quality.BAD : Quality.GOOD);
  }

  private @Nullable Long time(JsonNode root, RawMessage message) {
    JsonPointer at = timePointer;
    if (at == null) {
      return message.arrival();
    }
    JsonNode time = root.at(at);
    try {
      return switch (rule.timeFormat()) {
        case "MILLIS" -> number(time, 1);
        case "SECONDS" -> number(time, 1000);
        case "", "ISO" -> iso(time.asString(""));
        default -> format == null ? null : patterned(time.asString(""), format);
      };
    } catch (DateTimeException | ArithmeticException noTime) {
      return null;
    }
  }

  private static @Nullable Long number(JsonNode time, int millis) {
    return time.isNumber() ? Math.round(time.asDouble() * millis) : null;
  }

  private static Long iso(String text) {
    return OffsetDateTime.parse(text).toInstant().toEpochMilli();
  }

  private static Long patterned(String text, DateTimeFormatter format) {
    return Instant.from(format.parse(text)).toEpochMilli();
  }

  private static Mapping refused(String code, RawMessage message, String what) {
    return new Mapping.Refused(Refusal.of(code, message.topic(), what));
  }
}
