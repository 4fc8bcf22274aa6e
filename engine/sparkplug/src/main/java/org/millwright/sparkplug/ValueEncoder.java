// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes objects as protobuf, every field in the order of its number. */
final class ValueEncoder {

  private static final int METRIC_VALUE = 10;
  private static final int PROPERTY_VALUE = 3;
  private static final int PARAMETER_VALUE = 3;
  private static final int ELEMENT_VALUE = 1;

  private final WireBuffer out;

  ValueEncoder(WireBuffer out) {
    this.out = out;
  }

  void metric(int field, Metric metric) {
    int start = out.open(field);
    text(1, metric.name());
    number(2, metric.alias());
    number(3, metric.timestamp());
    if (metric.typeDeclared()) {
      out.varint(4, metric.type().code());
    }
    flag(5, metric.historical());
    flag(6, metric.transientValue());
    flag(7, metric.value() instanceof Value.Absent);
    if (metric.metadata() != null) {
      metadata(metric.metadata());
    }
    if (metric.properties() != null) {
      properties(9, metric.properties());
    }
    value(metric.value());
    out.close(start);
  }

  private void text(int field, @Nullable String value) {
    if (value != null) {
      out.text(field, value);
    }
  }

  private void number(int field, @Nullable Long value) {
    if (value != null) {
      out.varint(field, value);
    }
  }

  private void flag(int field, boolean set) {
    if (set) {
      out.varint(field, 1);
    }
  }

  private void metadata(MetaData metadata) {
    int start = out.open(8);
    if (metadata.multiPart() != null) {
      out.varint(1, metadata.multiPart() ? 1 : 0);
    }
    text(2, metadata.contentType());
    number(3, metadata.size());
    number(4, metadata.seq());
    text(5, metadata.fileName());
    text(6, metadata.fileType());
    text(7, metadata.md5());
    text(8, metadata.description());
    out.close(start);
  }

  /** The value of a metric. */
  void value(Value value) {
    switch (value) {
      case Value.Binary binary -> {
        int field = binary.type() == DataType.UNKNOWN ? 19 : 16;
        out.bytes(field, binary.value());
      }
      case Value.WholeArray array -> out.bytes(16, ArrayCodec.encode(array));
      case Value.RealArray array -> out.bytes(16, ArrayCodec.encode(array));
      case Value.BoolArray array -> out.bytes(16, ArrayCodec.encode(array));
      case Value.TextArray array -> out.bytes(16, ArrayCodec.encode(array));
      case DataSet set -> dataSet(set);
      case Template template -> template(template);
      default -> scalar(METRIC_VALUE, value);
    }
  }

  private void scalar(int first, Value value) {
    switch (value) {
      case Value.Whole whole -> whole(out, first, whole.type(), whole.value());
      case Value.Time time -> out.varint(first + 1, time.epochMillis());
      case Value.Real real -> real(out, first, real.type(), real.value());
      case Value.Bool bool -> out.varint(first + 4, bool.value() ? 1 : 0);
      case Value.Text text -> out.text(first + 5, text.value());
      case Value.Absent _ -> {}
      default -> throw new IllegalArgumentException(value.type().label() + " cannot stand here.");
    }
  }

  static void whole(WireBuffer out, int first, DataType type, long value) {
    boolean wide = type.width() == Long.BYTES;
    out.varint(wide ? first + 1 : first, wide ? value : value & 0xFFFF_FFFFL);
  }

  static void real(WireBuffer out, int first, DataType type, double value) {
    if (type == DataType.FLOAT) {
      out.fixed32(first + 2, Float.floatToRawIntBits((float) value));
    } else {
      out.fixed64(first + 3, Double.doubleToRawLongBits(value));
    }
  }

  private void dataSet(DataSet set) {
    int start = out.open(17);
    out.varint(1, set.columns().size());
    set.columns().forEach(column -> out.text(2, column.name()));
    set.columns().forEach(column -> out.varint(3, column.type().code()));
    for (List<Value> row : set.rows()) {
      int rowStart = out.open(4);
      for (Value element : row) {
        int elementStart = out.open(1);
        scalar(ELEMENT_VALUE, element);
        out.close(elementStart);
      }
      out.close(rowStart);
    }
    out.close(start);
  }

  private void template(Template template) {
    int start = out.open(18);
    text(1, template.version());
    template.metrics().forEach(metric -> metric(2, metric));
    for (Template.Parameter parameter : template.parameters()) {
      int parameterStart = out.open(3);
      out.text(1, parameter.name());
      out.varint(2, parameter.value().type().code());
      scalar(PARAMETER_VALUE, parameter.value());
      out.close(parameterStart);
    }
    text(4, template.reference());
    out.varint(5, template.definition() ? 1 : 0);
    out.close(start);
  }

  void properties(int field, PropertySet set) {
    int start = out.open(field);
    set.properties().forEach(property -> out.text(1, property.key()));
    set.properties().forEach(property -> propertyValue(property.value()));
    out.close(start);
  }

  private void propertyValue(Value value) {
    int start = out.open(2);
    out.varint(1, value.type().code());
    flag(2, value instanceof Value.Absent);
    switch (value) {
      case PropertySet set -> properties(9, set);
      case PropertySetList list -> {
        int listStart = out.open(10);
        list.sets().forEach(set -> properties(1, set));
        out.close(listStart);
      }
      case Value.Binary binary -> out.bytes(11, binary.value());
      default -> scalar(PROPERTY_VALUE, value);
    }
    out.close(start);
  }
}
