// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds values from the wire. After a fault of the cursor what it returns is meaningless; callers
 * look at {@link WireCursor#fault} once at the end.
 */
final class ValueDecoder {

  private static final int PROPERTY_VALUE_FIELDS = 3;
  private static final int PARAMETER_VALUE_FIELDS = 3;

  private final DataSetDecoder dataSets = new DataSetDecoder();

  Metric metric(WireCursor cursor, MetricView view, MetricTypes types) {
    DataType declared = view.type();
    DataType type = declared != DataType.UNKNOWN ? declared : types.typeOf(view);
    cursor.position = view.offset();
    return new Metric(
        view.hasName() ? cursor.text(view.nameOffset(), view.nameLength()) : null,
        view.hasAlias() ? view.alias() : null,
        view.hasTimestamp() ? view.timestamp() : null,
        view.isNull() ? new Value.Absent(type) : value(cursor, view.value(), type),
        declared != DataType.UNKNOWN,
        view.isHistorical(),
        view.isTransient(),
        metadata(cursor, view),
        properties(cursor, view));
  }

  private Value value(WireCursor cursor, WireValue wire, DataType wanted) {
    DataType type = wanted == DataType.UNKNOWN ? wire.kind.assumedType() : wanted;
    return switch (wire.kind) {
      case BYTES -> ArrayCodec.decode(cursor, wire.offset, wire.length, type);
      case DATA_SET -> {
        int outer = jump(cursor, wire.offset, wire.length);
        Value set = dataSets.decode(cursor);
        cursor.leave(outer);
        yield checked(cursor, type == DataType.DATA_SET, set);
      }
      case TEMPLATE -> {
        int outer = jump(cursor, wire.offset, wire.length);
        Value template = template(cursor);
        cursor.leave(outer);
        yield checked(cursor, type == DataType.TEMPLATE, template);
      }
      default -> scalar(cursor, wire, type);
    };
  }

  private static int jump(WireCursor cursor, int offset, int length) {
    if (cursor.fault() == null) {
      cursor.position = offset;
    }
    return cursor.enter(length);
  }

  private static Value checked(WireCursor cursor, boolean fits, Value value) {
    if (!fits) {
      cursor.fail(Fault.VALUE);
    }
    return value;
  }

  /** A number, Boolean or text; a fault when the field cannot hold the type. */
  static Value scalar(WireCursor cursor, WireValue wire, DataType wanted) {
    DataType type = wanted == DataType.UNKNOWN ? wire.kind.assumedType() : wanted;
    if (wire.kind == ValueKind.EXTENSION) {
      byte[] raw = Arrays.copyOfRange(cursor.bytes, wire.offset, wire.offset + wire.length);
      return new Value.Binary(DataType.UNKNOWN, raw);
    }
    if (!wire.kind.holds(type)) {
      return checked(cursor, false, new Value.Absent(type));
    }
    return switch (wire.kind) {
      case INT, LONG ->
          type == DataType.DATE_TIME ? new Value.Time(wire.bits) : new Value.Whole(type, wire.bits);
      case FLOAT, DOUBLE -> new Value.Real(type, wire.asDouble(type));
      case BOOLEAN -> new Value.Bool(wire.bits != 0);
      case STRING -> new Value.Text(type, cursor.text(wire.offset, wire.length));
      default -> new Value.Absent(type);
    };
  }

  private Template template(WireCursor cursor) {
    String version = null;
    String reference = null;
    boolean definition = false;
    List<Metric> metrics = new ArrayList<>();
    List<Template.Parameter> parameters = new ArrayList<>();
    while (cursor.more()) {
      int tag = cursor.tag();
      switch (tag) {
        case 1 << 3 | 2 -> version = cursor.text();
        case 2 << 3 | 2 -> metrics.add(nestedMetric(cursor));
        case 3 << 3 | 2 -> parameters.add(parameter(cursor));
        case 4 << 3 | 2 -> reference = cursor.text();
        case 5 << 3 -> definition = cursor.varint() != 0;
        default -> cursor.skip(tag);
      }
    }
    return new Template(version, reference, definition, parameters, metrics);
  }

  private Metric nestedMetric(WireCursor cursor) {
    MetricView view = new MetricView();
    int outer = cursor.enter(cursor.length());
    view.read(cursor);
    Metric metric =
        cursor.fault() == null
            ? metric(cursor, view, MetricTypes.NONE)
            : Metric.of("", 0, new Value.Absent(DataType.UNKNOWN));
    if (cursor.fault() == null) {
      cursor.position = cursor.limit;
    }
    cursor.leave(outer);
    return metric;
  }

  private Template.Parameter parameter(WireCursor cursor) {
    String name = "";
    DataType type = DataType.UNKNOWN;
    WireValue wire = new WireValue();
    int outer = cursor.enter(cursor.length());
    while (cursor.more()) {
      int tag = cursor.tag();
      switch (tag) {
        case 1 << 3 | 2 -> name = cursor.text();
        case 2 << 3 -> type = DataType.ofCode((int) cursor.varint());
        default -> {
          if (!wire.read(cursor, tag, PARAMETER_VALUE_FIELDS)) {
            cursor.skip(tag);
          }
        }
      }
    }
    Value value = wire.kind == ValueKind.NONE ? new Value.Absent(type) : scalar(cursor, wire, type);
    cursor.leave(outer);
    return new Template.Parameter(name, value);
  }

  private @Nullable PropertySet properties(WireCursor cursor, MetricView view) {
    if (view.propertiesOffset() < 0) {
      return null;
    }
    int outer = jump(cursor, view.propertiesOffset(), view.propertiesLength());
    PropertySet set = propertySet(cursor);
    cursor.leave(outer);
    return set;
  }

  private PropertySet propertySet(WireCursor cursor) {
    List<String> keys = new ArrayList<>();
    List<Value> values = new ArrayList<>();
    while (cursor.more()) {
      int tag = cursor.tag();
      switch (tag) {
        case 1 << 3 | 2 -> keys.add(cursor.text());
        case 2 << 3 | 2 -> values.add(propertyValue(cursor));
        default -> cursor.skip(tag);
      }
    }
    if (keys.size() != values.size()) {
      cursor.fail(Fault.PROPERTIES);
      return new PropertySet(List.of());
    }
    List<PropertySet.Property> properties = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      properties.add(new PropertySet.Property(keys.get(i), values.get(i)));
    }
    return new PropertySet(properties);
  }

  private Value propertyValue(WireCursor cursor) {
    int outer = cursor.enter(cursor.length());
    DataType type = DataType.UNKNOWN;
    boolean nullValue = false;
    WireValue wire = new WireValue();
    while (cursor.more()) {
      int tag = cursor.tag();
      switch (tag) {
        case 1 << 3 -> type = DataType.ofCode((int) cursor.varint());
        case 2 << 3 -> nullValue = cursor.varint() != 0;
        case 9 << 3 | 2 -> wire.slice(ValueKind.PROPERTY_SET, cursor);
        case 10 << 3 | 2 -> wire.slice(ValueKind.PROPERTY_SET_LIST, cursor);
        case 11 << 3 | 2 -> wire.slice(ValueKind.EXTENSION, cursor);
        default -> {
          if (!wire.read(cursor, tag, PROPERTY_VALUE_FIELDS)) {
            cursor.skip(tag);
          }
        }
      }
    }
    Value value =
        nullValue || wire.kind == ValueKind.NONE
            ? new Value.Absent(type)
            : property(cursor, wire, type);
    cursor.leave(outer);
    return value;
  }

  private Value property(WireCursor cursor, WireValue wire, DataType wanted) {
    DataType type = wanted == DataType.UNKNOWN ? wire.kind.assumedType() : wanted;
    return switch (wire.kind) {
      case PROPERTY_SET -> {
        int outer = jump(cursor, wire.offset, wire.length);
        PropertySet set = propertySet(cursor);
        cursor.leave(outer);
        yield checked(cursor, type == DataType.PROPERTY_SET, set);
      }
      case PROPERTY_SET_LIST -> {
        int outer = jump(cursor, wire.offset, wire.length);
        PropertySetList list = propertySetList(cursor);
        cursor.leave(outer);
        yield checked(cursor, type == DataType.PROPERTY_SET_LIST, list);
      }
      default -> scalar(cursor, wire, type);
    };
  }

  private PropertySetList propertySetList(WireCursor cursor) {
    List<PropertySet> sets = new ArrayList<>();
    while (cursor.more()) {
      int tag = cursor.tag();
      if (tag == (1 << 3 | 2)) {
        int outer = cursor.enter(cursor.length());
        sets.add(propertySet(cursor));
        cursor.leave(outer);
      } else {
        cursor.skip(tag);
      }
    }
    return new PropertySetList(sets);
  }

  private static @Nullable MetaData metadata(WireCursor cursor, MetricView view) {
    if (view.metadataOffset() < 0) {
      return null;
    }
    int outer = jump(cursor, view.metadataOffset(), view.metadataLength());
    MetaData metadata = MetaDataDecoder.decode(cursor);
    cursor.leave(outer);
    return metadata;
  }
}
