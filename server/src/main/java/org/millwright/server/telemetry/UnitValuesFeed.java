// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.equipment.TemplateProperty;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.live.LiveFeed;
import org.millwright.server.live.LiveSink;
import org.millwright.server.telemetry.LiveValues.LiveValue;
import org.springframework.stereotype.Component;

/**
 * {@code event: values}: the properties of a work unit that have a new value, at most five times a
 * second.
 */
@Component
class UnitValuesFeed implements LiveFeed {

  /** Polled ten times a second. */
  private static final int EVERY = 2;

  /** Tags that a device reports for the first time are looked for every five seconds. */
  private static final int LOOK_EVERY = 50;

  /** Rows are {@code [tag, epochMillis, value, quality]}. */
  private record Values(String unit, List<List<@Nullable Object>> values) {}

  private final LiveValues live;
  private final UnitTags tags;
  private final Equipment equipment;

  UnitValuesFeed(LiveValues live, UnitTags tags, Equipment equipment) {
    this.live = live;
    this.tags = tags;
    this.equipment = equipment;
  }

  @Override
  public String topic() {
    return "unit";
  }

  @Override
  public Watch open(String argument, CurrentUser user) {
    user.require(Permission.VIEW, argument);
    return new UnitWatch(equipment.node(argument).path());
  }

  private final class UnitWatch implements Watch {
    private final String unit;
    private List<WatchedTag> watched = List.of();
    private int polls;

    UnitWatch(String unit) {
      this.unit = unit;
    }

    @Override
    public void poll(LiveSink sink) {
      int poll = polls++;
      if (poll % LOOK_EVERY == 0) {
        look();
      }
      if (poll % EVERY != 0) {
        return;
      }
      var rows = new ArrayList<List<@Nullable Object>>();
      watched.forEach(each -> each.changed().ifPresent(value -> rows.add(each.row(value))));
      if (!rows.isEmpty()) {
        sink.send("values", new Values(unit, rows));
      }
    }

    private void look() {
      var catalog = equipment.catalog();
      Optional<EquipmentNode> node = catalog.node(unit);
      List<TemplateProperty> properties =
          node.flatMap(catalog::typeOf).map(type -> type.properties()).orElse(List.of());
      var now = new ArrayList<WatchedTag>();
      for (TemplateProperty property : properties) {
        tags.tag(unit, property.property())
            .ifPresent(tag -> now.add(watchedBefore(tag, property.scale())));
      }
      watched = now;
    }

    private WatchedTag watchedBefore(int tag, double scale) {
      return watched.stream()
          .filter(each -> each.tag == tag && each.scale == scale)
          .findFirst()
          .orElseGet(() -> new WatchedTag(tag, scale));
    }
  }

  /** A tag and the version that was sent last. */
  private final class WatchedTag {
    private final int tag;
    private final double scale;
    private long sent;

    WatchedTag(int tag, double scale) {
      this.tag = tag;
      this.scale = scale;
    }

    Optional<LiveValue> changed() {
      long version = live.version(tag);
      if (version == sent) {
        return Optional.empty();
      }
      sent = version;
      return live.value(tag);
    }

    List<@Nullable Object> row(LiveValue value) {
      var row = new ArrayList<@Nullable Object>();
      row.add(tag);
      row.add(value.time());
      row.add(shown(value));
      row.add(value.quality());
      return row;
    }

    private @Nullable Object shown(LiveValue value) {
      if (value.text() != null) {
        return value.text();
      }
      // JSON has no NaN and no infinity.
      return Double.isFinite(value.value()) ? value.value() * scale : null;
    }
  }
}
