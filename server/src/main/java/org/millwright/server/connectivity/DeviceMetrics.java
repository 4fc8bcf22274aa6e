// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.Tag;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.Tags;
import org.millwright.server.telemetry.LiveValues;
import org.millwright.server.telemetry.LiveValues.LiveValue;
import org.millwright.sparkplug.Metric;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a device declared, with the value of each metric now. */
@Component
class DeviceMetrics {

  private static final int LIMIT = 1_000;

  /**
   * A metric.
   *
   * @param value number, text or null
   * @param tag its number in the historian, null when none
   */
  record View(
      String name,
      @Nullable Long alias,
      String type,
      @Nullable Object value,
      @Nullable Instant time,
      @Nullable String quality,
      @Nullable Integer tag) {}

  private final LastPayload lastPayload;
  private final ObjectProvider<Tags> tags;
  private final ObjectProvider<LiveValues> values;

  DeviceMetrics(
      LastPayload lastPayload, ObjectProvider<Tags> tags, ObjectProvider<LiveValues> values) {
    this.lastPayload = lastPayload;
    this.tags = tags;
    this.values = values;
  }

  /** By the last birth; by the register of tags when no birth came since the start. */
  List<View> of(DeviceId id) {
    List<View> views = new ArrayList<>();
    for (Metric metric : lastPayload.declared(id)) {
      if (metric.name() != null && views.size() < LIMIT) {
        views.add(view(id, metric.name(), metric.alias(), metric.type().label()));
      }
    }
    return views.isEmpty() ? registered(id) : views;
  }

  private List<View> registered(DeviceId id) {
    Tags register = tags.getIfAvailable();
    if (register == null) {
      return List.of();
    }
    List<View> views = new ArrayList<>();
    for (Tag tag : register.search(id.edgeNode() + " " + id.device(), LIMIT)) {
      TagAddress address = tag.address();
      if (address.source().equals(id.source())
          && address.edgeNode().equals(id.edgeNode())
          && address.device().equals(id.device())) {
        views.add(view(id, address.metric(), null, tag.type()));
      }
    }
    return views;
  }

  private View view(DeviceId id, String name, @Nullable Long alias, String type) {
    Integer tag = tag(new TagAddress(id.source(), id.edgeNode(), id.device(), name));
    LiveValue live = tag == null ? null : live(tag);
    return live == null
        ? new View(name, alias, type, null, null, null, tag)
        : new View(
            name,
            alias,
            type,
            live.text() != null ? live.text() : number(live.value()),
            Instant.ofEpochMilli(live.time()),
            live.quality().name(),
            tag);
  }

  private @Nullable Integer tag(TagAddress address) {
    Tags register = tags.getIfAvailable();
    OptionalInt number = register == null ? OptionalInt.empty() : register.find(address);
    return number.isPresent() ? number.getAsInt() : null;
  }

  private @Nullable LiveValue live(int tag) {
    LiveValues all = values.getIfAvailable();
    return all == null ? null : all.value(tag).orElse(null);
  }

  /** JSON has no NaN and no infinities. */
  private static Object number(double value) {
    return Double.isFinite(value) ? (Object) value : Double.toString(value);
  }
}
