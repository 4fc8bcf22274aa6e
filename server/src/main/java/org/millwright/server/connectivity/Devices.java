// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millwright.server.equipment.DeviceAddress;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.EquipmentCatalog;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.springframework.stereotype.Component;

/** The register joined with equipment and rates, narrowed to what a user may see. */
@Component
class Devices {

  private final DeviceRegistry registry;
  private final Rates rates;
  private final Equipment equipment;

  Devices(DeviceRegistry registry, Rates rates, Equipment equipment) {
    this.registry = registry;
    this.rates = rates;
    this.equipment = equipment;
  }

  /** Every device the user may see. */
  List<DeviceView> seenBy(CurrentUser user) {
    Map<DeviceAddress, EquipmentNode> assigned = assigned(equipment.catalog());
    return registry.all().stream()
        .filter(entry -> mayUse(user, Permission.VIEW, entry.id(), assigned))
        .map(entry -> view(entry, assigned))
        .toList();
  }

  /** A device, when the user holds the permission where it is assigned. */
  Optional<DeviceView> find(DeviceId id, CurrentUser user, Permission permission) {
    Map<DeviceAddress, EquipmentNode> assigned = assigned(equipment.catalog());
    return registry
        .find(id)
        .filter(entry -> mayUse(user, permission, entry.id(), assigned))
        .map(entry -> view(entry, assigned));
  }

  private static Map<DeviceAddress, EquipmentNode> assigned(EquipmentCatalog catalog) {
    Map<DeviceAddress, EquipmentNode> assigned = new HashMap<>();
    for (EquipmentNode node : catalog.nodes()) {
      if (node.device() != null) {
        assigned.put(node.device(), node);
      }
    }
    return assigned;
  }

  /**
   * At the work unit a device speaks for; for an edge node, at one of its devices'; unassigned ones
   * belong to nobody yet and need the permission for everything.
   */
  private static boolean mayUse(
      CurrentUser user,
      Permission permission,
      DeviceId id,
      Map<DeviceAddress, EquipmentNode> assigned) {
    if (user.may(permission, "")) {
      return true;
    }
    EquipmentNode own = assigned.get(address(id));
    if (own != null) {
      return user.may(permission, own.path());
    }
    return id.device().isEmpty()
        && assigned.entrySet().stream()
            .anyMatch(each ->
                each.getKey().source().equals(id.source())
                    && each.getKey().edgeNode().equals(id.edgeNode())
                    && user.may(permission, each.getValue().path()));
  }

  private static DeviceAddress address(DeviceId id) {
    return new DeviceAddress(id.source(), id.edgeNode(), id.device());
  }

  private DeviceView view(DeviceEntry entry, Map<DeviceAddress, EquipmentNode> assigned) {
    DeviceId id = entry.id();
    Rates.Rate rate = id.device().isEmpty() ? rates.of(id.node()) : null;
    EquipmentNode unit = assigned.get(address(id));
    return new DeviceView(
        id.encoded(),
        id.source(),
        id.edgeNode(),
        id.device(),
        entry.state(),
        Instant.ofEpochMilli(entry.since()),
        Instant.ofEpochMilli(entry.firstSeen()),
        Instant.ofEpochMilli(entry.lastMessage()),
        entry.metrics(),
        entry.births(),
        entry.rebirths(),
        entry.deaths(),
        entry.gaps(),
        entry.rebirthsAsked(),
        entry.refused(),
        entry.lastRefusal(),
        rate == null ? 0 : rate.totalMessages(),
        rate == null ? 0 : rate.totalMetrics(),
        rate == null ? null : rate.messages(),
        rate == null ? null : rate.metrics(),
        rate == null || rate.clockOffsetMillis() == 0 ? null : rate.clockOffsetMillis(),
        unit == null ? null : unit.path(),
        unit == null ? null : unit.classCode());
  }
}
