// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.List;
import org.millwright.model.Name;

/**
 * A kind of equipment: the template its work units follow.
 *
 * @param code its identity
 * @param properties in the order of the template
 * @param rules in the order they are tried
 */
public record EquipmentClass(
    String code, Name name, List<TemplateProperty> properties, List<StateRule> rules) {

  public EquipmentClass {
    properties = List.copyOf(properties);
    rules = List.copyOf(rules);
  }
}
