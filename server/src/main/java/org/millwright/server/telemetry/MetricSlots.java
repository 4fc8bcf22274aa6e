// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.Tags;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.Decoded;
import org.millwright.sparkplug.EdgeNodeSession;
import org.millwright.sparkplug.Metric;
import org.millwright.sparkplug.MetricView;
import org.millwright.sparkplug.PayloadDecoder;
import org.millwright.sparkplug.PropertySet;
import org.millwright.sparkplug.Value;

/**
 * The metrics of an edge node by their slot in the session: tag number and ways into work units.
 */
final class MetricSlots {

  private static final int NO_TAG = -1;

  /** Beyond this a double does not hold every whole number. */
  private static final long EXACT = 1L << 53;

  private final EdgeNodeId node;
  private final Tags tags;
  private final EdgeNodeSession session;
  private final UnitFeeds feeds;
  private final PayloadDecoder decoder = new PayloadDecoder();
  private int[] tag = {};
  private final List<List<UnitFeeds.Way>> ways = new ArrayList<>();
  private double value;
  private @Nullable String text;
  private byte quality;

  MetricSlots(EdgeNodeId node, Tags tags, EdgeNodeSession session, UnitFeeds feeds) {
    this.node = node;
    this.tags = tags;
    this.session = session;
    this.feeds = feeds;
  }

  /** A birth declares the metric of a slot. */
  void declare(int slot, MetricView metric) {
    if (slot >= tag.length) {
      int from = tag.length;
      int capacity = Math.max(64, slot + (slot >> 1) + 1);
      tag = Arrays.copyOf(tag, capacity);
      Arrays.fill(tag, from, capacity, NO_TAG);
    }
    while (ways.size() <= slot) {
      ways.add(List.of());
    }
    if (tag[slot] == NO_TAG) {
      String device = session.metrics().device(slot);
      String name = session.metrics().name(slot);
      tag[slot] = tags.number(new TagAddress(node.source(), node.edgeNode(), device, name));
      ways.set(slot, feeds.ways(device, name));
    }
    describe(slot, metric.type());
  }

  private void describe(int slot, DataType type) {
    Map<String, String> properties = new HashMap<>();
    if (decoder.metric(session.reader(), type) instanceof Decoded.Good<Metric>(Metric metric)
        && metric.properties() != null) {
      for (PropertySet.Property property : metric.properties().properties()) {
        properties.put(property.key(), ValueText.of(property.value()));
      }
    }
    String unit = properties.getOrDefault("engUnit", properties.getOrDefault("unit", ""));
    tags.describe(tag[slot], type.label(), unit, properties);
  }

  /** The work units changed. */
  void findWays() {
    for (int slot = 0; slot < ways.size(); slot++) {
      if (tag[slot] != NO_TAG) {
        ways.set(slot, feeds.ways(session.metrics().device(slot), session.metrics().name(slot)));
      }
    }
  }

  int tag(int slot) {
    return tag[slot];
  }

  /** Where a metric's values go beside the history; mostly nowhere. */
  List<UnitFeeds.Way> ways(int slot) {
    return ways.get(slot);
  }

  /** Reads a metric's value into {@link #value()}, {@link #text()} and {@link #quality()}. */
  void read(int slot, MetricView metric, byte quality) {
    DataType type = session.metrics().type(slot);
    text = null;
    this.quality = quality;
    if (metric.isNull()) {
      value = Double.NaN;
      this.quality = Quality.BAD.code();
    } else if (type.isText()) {
      value = Double.NaN;
      text = metric.text();
    } else if (type.isNumeric() || type == DataType.BOOLEAN || type == DataType.DATE_TIME) {
      value = metric.asDouble(type);
      if (type.isWhole() && (value >= EXACT || value <= -EXACT)) {
        text = ValueText.whole(type, metric.asLong(type));
      }
    } else {
      value = Double.NaN;
      text =
          switch (decoder.value(session.reader(), type)) {
            case Decoded.Good<Value>(Value decoded) -> ValueText.of(decoded);
            case Decoded.Refused<Value>(var refusal) -> {
              this.quality = Quality.BAD.code();
              yield refusal.toString();
            }
          };
    }
  }

  double value() {
    return value;
  }

  @Nullable String text() {
    return text;
  }

  byte quality() {
    return quality;
  }

  /** Hands the tags of a device's metrics to {@code action}. */
  void forEach(String device, IntConsumer action) {
    int size = Math.min(tag.length, session.metrics().size());
    for (int slot = 0; slot < size; slot++) {
      if (tag[slot] != NO_TAG && session.metrics().device(slot).equals(device)) {
        action.accept(tag[slot]);
      }
    }
  }
}
