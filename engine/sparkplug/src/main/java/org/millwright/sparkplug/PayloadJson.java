// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.io.StringWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Payloads as JSON for people: names of types in the specification's words, times in ISO 8601,
 * bytes in Base64, NaN and infinities as text, whole numbers beyond 2⁵³ as text because a browser
 * would round them.
 */
public final class PayloadJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private PayloadJson() {}

  /** The payload on one line. */
  public static String render(Payload payload) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(payload, json);
    }
    return text.toString();
  }

  /** Writes the payload as one JSON object. */
  public static void write(Payload payload, JsonGenerator json) {
    json.writeStartObject();
    time(json, "timestamp", payload.timestamp());
    number(json, "seq", payload.seq());
    text(json, "uuid", payload.uuid());
    json.writeName("metrics");
    json.writeStartArray();
    payload.metrics().forEach(metric -> metric(json, metric));
    json.writeEndArray();
    byte @Nullable [] body = payload.body();
    if (body != null) {
      json.writeName("body");
      json.writeBinary(body);
    }
    json.writeEndObject();
  }

  private static void metric(JsonGenerator json, Metric metric) {
    json.writeStartObject();
    text(json, "name", metric.name());
    if (metric.alias() != null) {
      json.writeName("alias");
      JsonValues.unsigned(json, metric.alias());
    }
    time(json, "timestamp", metric.timestamp());
    text(json, "type", metric.type().label());
    if (metric.historical()) {
      json.writeName("historical");
      json.writeBoolean(true);
    }
    if (metric.transientValue()) {
      json.writeName("transient");
      json.writeBoolean(true);
    }
    json.writeName("value");
    value(json, metric.value());
    if (metric.metadata() != null) {
      metadata(json, metric.metadata());
    }
    if (metric.properties() != null) {
      json.writeName("properties");
      value(json, metric.properties());
    }
    json.writeEndObject();
  }

  private static void metadata(JsonGenerator json, MetaData metadata) {
    json.writeName("metadata");
    json.writeStartObject();
    if (metadata.multiPart() != null) {
      json.writeName("multiPart");
      json.writeBoolean(metadata.multiPart());
    }
    text(json, "contentType", metadata.contentType());
    number(json, "size", metadata.size());
    number(json, "seq", metadata.seq());
    text(json, "fileName", metadata.fileName());
    text(json, "fileType", metadata.fileType());
    text(json, "md5", metadata.md5());
    text(json, "description", metadata.description());
    json.writeEndObject();
  }

  /** Writes one value; property sets become objects, data sets an array of columns and of rows. */
  public static void value(JsonGenerator json, Value value) {
    switch (value) {
      case DataSet set -> dataSet(json, set);
      case Template template -> template(json, template);
      case PropertySet set -> {
        json.writeStartObject();
        for (PropertySet.Property property : set.properties()) {
          json.writeName(property.key());
          value(json, property.value());
        }
        json.writeEndObject();
      }
      case PropertySetList list -> {
        json.writeStartArray();
        list.sets().forEach(set -> value(json, set));
        json.writeEndArray();
      }
      default -> JsonValues.write(json, value);
    }
  }

  private static void dataSet(JsonGenerator json, DataSet set) {
    json.writeStartObject();
    json.writeName("columns");
    json.writeStartArray();
    for (DataSet.Column column : set.columns()) {
      json.writeStartObject();
      text(json, "name", column.name());
      text(json, "type", column.type().label());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeName("rows");
    json.writeStartArray();
    set.rows()
        .forEach(row -> {
          json.writeStartArray();
          row.forEach(element -> value(json, element));
          json.writeEndArray();
        });
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void template(JsonGenerator json, Template template) {
    json.writeStartObject();
    text(json, "template", template.reference());
    text(json, "version", template.version());
    json.writeName("definition");
    json.writeBoolean(template.definition());
    json.writeName("parameters");
    json.writeStartObject();
    for (Template.Parameter parameter : template.parameters()) {
      json.writeName(parameter.name());
      value(json, parameter.value());
    }
    json.writeEndObject();
    json.writeName("metrics");
    json.writeStartArray();
    template.metrics().forEach(metric -> metric(json, metric));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      json.writeName(name);
      json.writeString(value);
    }
  }

  private static void number(JsonGenerator json, String name, @Nullable Long value) {
    if (value != null) {
      json.writeName(name);
      JsonValues.unsigned(json, value);
    }
  }

  private static void time(JsonGenerator json, String name, @Nullable Long epochMillis) {
    if (epochMillis != null) {
      text(json, name, Instant.ofEpochMilli(epochMillis).toString());
    }
  }
}
