// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.model.EquipmentLevel;
import org.millwright.server.equipment.DeviceAddress;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.EquipmentCatalog;
import org.millwright.server.equipment.EquipmentChanged;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.equipment.TemplateProperty;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Which device speaks for which work unit, by the equipment's register; follows it without a
 * restart.
 */
@Component
class Bindings {

  private volatile Following following;

  Bindings(Equipment equipment) {
    following = of(equipment.catalog());
  }

  @EventListener
  void changed(EquipmentChanged event) {
    following = of(event.catalog());
  }

  Following following() {
    return following;
  }

  private static Following of(EquipmentCatalog catalog) {
    Map<EdgeNodeId, List<Followed>> units = new HashMap<>();
    for (EquipmentNode node : catalog.nodes()) {
      DeviceAddress device = node.device();
      if (node.level() == EquipmentLevel.WORK_UNIT && device != null) {
        List<TemplateProperty> properties =
            catalog.typeOf(node).map(type -> type.properties()).orElse(List.of());
        units
            .computeIfAbsent(
                new EdgeNodeId(device.source(), device.edgeNode()), any -> new ArrayList<>())
            .add(
                new Followed(
                    node.path(),
                    device.device(),
                    properties.stream().map(TemplateProperty::property).toList(),
                    properties.stream().map(TemplateProperty::metric).toList()));
      }
    }
    return new Following(units);
  }
}
