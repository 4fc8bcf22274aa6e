// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.millwright.model.EquipmentLevel;
import org.millwright.model.Refusal;

/** What must hold for a node of the hierarchy, however it comes in. */
final class NodeRules {

  private NodeRules() {}

  /**
   * Everything wrong with a node; the place of each is the name of a column.
   *
   * @param siblings paths that come in together with it
   */
  static List<Refusal> faults(EquipmentNode node, EquipmentCatalog known, Set<String> siblings) {
    var faults = new ArrayList<Refusal>();
    String parent = node.parent();
    if (!parent.isEmpty() && known.node(parent).isEmpty() && !siblings.contains(parent)) {
      faults.add(
          new Refusal(
              "EQUIPMENT-PARENT",
              "path",
              "There is no node \"" + parent + "\" to hang it below.",
              "add a row for it."));
    }
    known
        .node(parent)
        .filter(above -> above.level().compareTo(node.level()) >= 0)
        .ifPresent(above -> faults.add(wrongLevel(node, above.level())));
    if (parent.isEmpty() && node.level() == EquipmentLevel.WORK_UNIT) {
      faults.add(new Refusal("EQUIPMENT-LEVEL", "level", "A work unit hangs below a line.", ""));
    }
    String code = node.classCode();
    if (code != null && known.type(code).isEmpty()) {
      faults.add(
          new Refusal(
              "EQUIPMENT-CLASS",
              "class",
              "There is no class \"" + code + "\".",
              "import the classes first."));
    }
    duplicateDevice(node, known, faults);
    return faults;
  }

  private static Refusal wrongLevel(EquipmentNode node, EquipmentLevel above) {
    return new Refusal(
        "EQUIPMENT-LEVEL",
        "level",
        "A " + node.level() + " cannot hang below a " + above + ".",
        "the order is ENTERPRISE, SITE, AREA, WORK_CENTER, WORK_UNIT.");
  }

  private static void duplicateDevice(
      EquipmentNode node, EquipmentCatalog known, List<Refusal> faults) {
    if (node.device() == null) {
      return;
    }
    known.nodes().stream()
        .filter(other -> node.device().equals(other.device()))
        .filter(other -> !other.path().equals(node.path()))
        .findFirst()
        .ifPresent(other ->
            faults.add(
                new Refusal(
                    "EQUIPMENT-DEVICE",
                    "device",
                    "This device speaks for \"" + other.path() + "\" already.",
                    "free it there first.")));
  }
}
