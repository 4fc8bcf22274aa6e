// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.millwright.server.equipment.DeviceAddress;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.EquipmentCatalog;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.equipment.TemplateProperty;
import org.millwright.server.historian.Tag;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.Tags;
import org.springframework.stereotype.Service;

/** Which tags belong to which work unit, by the device that speaks for it. */
@Service
public class UnitTags {

  /**
   * A tag and what it is to its work unit.
   *
   * @param unit path of the work unit, empty when the device is not assigned
   * @param property the template's property that it fills, empty when it fills none
   */
  public record Placed(Tag tag, String unit, String property) {}

  private final Equipment equipment;
  private final Tags tags;

  UnitTags(Equipment equipment, Tags tags) {
    this.equipment = equipment;
    this.tags = tags;
  }

  /** The tag that fills a property of a work unit, when its device has reported it. */
  public OptionalInt tag(String unit, String property) {
    EquipmentCatalog catalog = equipment.catalog();
    Optional<EquipmentNode> node = catalog.node(unit);
    DeviceAddress device = node.map(EquipmentNode::device).orElse(null);
    if (device == null) {
      return OptionalInt.empty();
    }
    return node.flatMap(catalog::typeOf)
        .flatMap(type ->
            type.properties().stream().filter(p -> p.property().equals(property)).findFirst())
        .map(found -> tags.find(address(device, found.metric())))
        .orElse(OptionalInt.empty());
  }

  private static TagAddress address(DeviceAddress device, String metric) {
    return new TagAddress(device.source(), device.edgeNode(), device.device(), metric);
  }

  /** Where each of these tags belongs. */
  public List<Placed> place(List<Tag> wanted) {
    EquipmentCatalog catalog = equipment.catalog();
    Map<DeviceAddress, EquipmentNode> speakers = new HashMap<>();
    for (EquipmentNode node : catalog.nodes()) {
      if (node.device() != null) {
        speakers.put(node.device(), node);
      }
    }
    return wanted.stream().map(tag -> place(tag, catalog, speakers)).toList();
  }

  private static Placed place(
      Tag tag, EquipmentCatalog catalog, Map<DeviceAddress, EquipmentNode> speakers) {
    TagAddress address = tag.address();
    EquipmentNode node =
        speakers.get(new DeviceAddress(address.source(), address.edgeNode(), address.device()));
    if (node == null) {
      return new Placed(tag, "", "");
    }
    String property =
        catalog
            .typeOf(node)
            .flatMap(type ->
                type.properties().stream()
                    .filter(p -> p.metric().equals(address.metric()))
                    .map(TemplateProperty::property)
                    .findFirst())
            .orElse("");
    return new Placed(tag, node.path(), property);
  }
}
