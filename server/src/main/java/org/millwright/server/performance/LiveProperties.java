// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.millwright.server.equipment.DeviceAddress;
import org.millwright.server.equipment.EquipmentCatalog;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.equipment.PropertyRole;
import org.millwright.server.equipment.TemplateProperty;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.Tag;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.Tags;
import org.millwright.server.performance.NodeView.Connection;
import org.millwright.server.performance.UnitView.PropertyView;
import org.millwright.server.telemetry.LiveValues;
import org.millwright.server.telemetry.LiveValues.LiveValue;
import org.millwright.server.telemetry.Sessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The last values of a unit's properties, and whether its device is heard. */
@Component
class LiveProperties {

  private final ObjectProvider<Tags> tags;
  private final ObjectProvider<LiveValues> values;
  private final ObjectProvider<Sessions> sessions;

  LiveProperties(
      ObjectProvider<Tags> tags,
      ObjectProvider<LiveValues> values,
      ObjectProvider<Sessions> sessions) {
    this.tags = tags;
    this.values = values;
    this.sessions = sessions;
  }

  List<PropertyView> of(EquipmentNode unit, EquipmentCatalog catalog) {
    return catalog.typeOf(unit).stream()
        .flatMap(type -> type.properties().stream())
        .map(property -> view(unit, property))
        .toList();
  }

  private PropertyView view(EquipmentNode unit, TemplateProperty property) {
    OptionalInt tag = tag(unit, property);
    LiveValue live = tag.isPresent() ? live(tag.getAsInt()).orElse(null) : null;
    String type =
        tag.isPresent() && tags.getIfAvailable() != null
            ? tags.getObject().tag(tag.getAsInt()).map(Tag::type).orElse("")
            : "";
    return new PropertyView(
        property.property(),
        tag.isPresent() ? tag.getAsInt() : null,
        property.name(),
        property.unit(),
        type,
        live == null ? null : value(live, property.scale()),
        live == null ? null : Instant.ofEpochMilli(live.time()),
        live == null ? null : live.quality());
  }

  private static @Nullable Object value(LiveValue live, double scale) {
    String text = live.text();
    if (text != null) {
      return text;
    }
    return Double.isFinite(live.value()) ? live.value() * scale : null;
  }

  /** The number a property has now, in its unit; null when it is not known. */
  @Nullable Double number(EquipmentNode unit, EquipmentCatalog catalog, PropertyRole role) {
    return property(unit, catalog, role)
        .flatMap(property ->
            tag(unit, property).stream()
                .boxed()
                .findFirst()
                .flatMap(this::live)
                .map(live -> live.value() * property.scale()))
        .filter(Double::isFinite)
        .orElse(null);
  }

  /** The last usable value of a property by its name, unscaled; empty when none was heard. */
  Optional<LiveValue> last(EquipmentNode unit, EquipmentCatalog catalog, String property) {
    return catalog.typeOf(unit).stream()
        .flatMap(type -> type.properties().stream())
        .filter(each -> each.property().equals(property))
        .findFirst()
        .flatMap(each -> tag(unit, each).stream().boxed().findFirst())
        .flatMap(this::live)
        .filter(live -> live.quality() == Quality.GOOD || live.quality() == Quality.UNCERTAIN);
  }

  /** The first property of a unit that has a role. */
  Optional<TemplateProperty> property(
      EquipmentNode unit, EquipmentCatalog catalog, PropertyRole role) {
    return catalog.typeOf(unit).stream()
        .flatMap(type -> type.properties().stream())
        .filter(property -> property.role() == role)
        .findFirst();
  }

  /** The number of a property's tag; empty when its device never reported it. */
  OptionalInt tag(EquipmentNode unit, TemplateProperty property) {
    DeviceAddress device = unit.device();
    Tags register = tags.getIfAvailable();
    return device == null || register == null
        ? OptionalInt.empty()
        : register.find(
            new TagAddress(device.source(), device.edgeNode(), device.device(), property.metric()));
  }

  private Optional<LiveValue> live(int tag) {
    LiveValues known = values.getIfAvailable();
    return known == null ? Optional.empty() : known.value(tag);
  }

  /** Which edge nodes are online, by {@code source/group/node}. */
  Map<String, Boolean> online() {
    Map<String, Boolean> online = new HashMap<>();
    Sessions known = sessions.getIfAvailable();
    if (known != null) {
      known
          .activities()
          .forEach(activity -> online.put(activity.node().toString(), activity.online()));
    }
    return online;
  }

  /** Whether a unit's device is heard. */
  static Connection connection(EquipmentNode unit, boolean observed, Map<String, Boolean> online) {
    DeviceAddress device = unit.device();
    if (device == null) {
      return Connection.NONE;
    }
    if (!online.getOrDefault(device.source() + '/' + device.edgeNode(), false)) {
      return Connection.OFFLINE;
    }
    return observed ? Connection.ONLINE : Connection.STALE;
  }
}
