// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tags of one edge node with their current values: numbers in primitive arrays, the rest as
 * objects. A tag's index is its alias.
 */
final class EdgeTags {

  private final List<String> names = new ArrayList<>();
  private final List<DataType> types = new ArrayList<>();
  private final List<@Nullable PropertySet> properties = new ArrayList<>();
  private long[] bits = new long[16];
  private long[] times = new long[16];
  private @Nullable Value[] objects = new @Nullable Value[16];
  private boolean[] changed = new boolean[16];
  private int[] device = new int[16];

  int add(int deviceIndex, String name, DataType type, @Nullable PropertySet set) {
    int tag = names.size();
    if (tag == bits.length) {
      bits = Arrays.copyOf(bits, 2 * tag);
      times = Arrays.copyOf(times, 2 * tag);
      objects = Arrays.copyOf(objects, 2 * tag);
      changed = Arrays.copyOf(changed, 2 * tag);
      device = Arrays.copyOf(device, 2 * tag);
    }
    names.add(name);
    types.add(type);
    properties.add(set);
    objects[tag] = new Value.Absent(type);
    device[tag] = deviceIndex;
    return tag;
  }

  int size() {
    return names.size();
  }

  int device(int tag) {
    return device[tag];
  }

  String name(int tag) {
    return names.get(tag);
  }

  DataType type(int tag) {
    return types.get(tag);
  }

  boolean isChanged(int tag) {
    return changed[tag];
  }

  void clearChanged(int tag) {
    changed[tag] = false;
  }

  /** Sets a number's bits: whole as it is, real as IEEE double, Boolean 0 or 1. */
  boolean setBits(int tag, long value, long time) {
    boolean differs = objects[tag] != null || bits[tag] != value;
    if (differs) {
      objects[tag] = null;
      bits[tag] = value;
      times[tag] = time;
    }
    boolean first = differs && !changed[tag];
    changed[tag] |= differs;
    return first;
  }

  boolean setObject(int tag, Value value, long time) {
    boolean differs = !value.equals(objects[tag]);
    if (differs) {
      objects[tag] = value;
      times[tag] = time;
    }
    boolean first = differs && !changed[tag];
    changed[tag] |= differs;
    return first;
  }

  /** Writes the tag as a birth declares it. */
  void writeBirth(PayloadWriter writer, int tag, boolean alias) {
    PayloadWriter.MetricWriter metric = writer.openMetric().name(names.get(tag));
    if (alias) {
      metric.alias(tag);
    }
    metric.timestamp(times[tag]).type(types.get(tag));
    if (objects[tag] instanceof Value.Absent) {
      metric.nullValue();
    }
    PropertySet set = properties.get(tag);
    if (set != null) {
      metric.properties(set);
    }
    writeValue(metric, tag);
    metric.close();
  }

  /** Writes the tag as data carries it. */
  void writeData(PayloadWriter writer, int tag, boolean alias) {
    PayloadWriter.MetricWriter metric = writer.openMetric();
    if (alias) {
      metric.alias(tag).timestamp(times[tag]);
    } else {
      metric.name(names.get(tag)).timestamp(times[tag]).type(types.get(tag));
    }
    if (objects[tag] instanceof Value.Absent) {
      metric.nullValue();
    }
    writeValue(metric, tag);
    metric.close();
  }

  private void writeValue(PayloadWriter.MetricWriter metric, int tag) {
    DataType type = types.get(tag);
    Value object = objects[tag];
    if (object != null) {
      metric.value(object);
    } else if (type.isReal()) {
      metric.real(type, Double.longBitsToDouble(bits[tag]));
    } else if (type == DataType.BOOLEAN) {
      metric.bool(bits[tag] != 0);
    } else {
      metric.whole(type, bits[tag]);
    }
  }

  /** The tag with its current value, to be sent later. */
  Metric snapshot(int tag, boolean alias) {
    return new Metric(
        alias ? null : names.get(tag),
        alias ? (long) tag : null,
        times[tag],
        value(tag),
        !alias,
        true,
        false,
        null,
        null);
  }

  private Value value(int tag) {
    DataType type = types.get(tag);
    Value object = objects[tag];
    if (object != null) {
      return object;
    }
    if (type.isReal()) {
      return new Value.Real(type, Double.longBitsToDouble(bits[tag]));
    }
    if (type == DataType.BOOLEAN) {
      return new Value.Bool(bits[tag] != 0);
    }
    return type == DataType.DATE_TIME
        ? new Value.Time(bits[tag])
        : new Value.Whole(type, bits[tag]);
  }
}
