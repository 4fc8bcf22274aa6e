// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.model.EquipmentLevel;
import org.millwright.server.csv.CsvCells;

/** {@code nodes.csv}: the hierarchy, one row a node. */
final class NodeTable implements EquipmentTable<EquipmentNode> {

  @Override
  public String part() {
    return "nodes";
  }

  @Override
  public List<String> columns() {
    return List.of(
        "path",
        "level",
        "name_en",
        "name_zh",
        "class",
        "position",
        "target_oee",
        "production",
        "digitally_controlled",
        "buffer_capacity",
        "source",
        "edge_node",
        "device");
  }

  @Override
  public Set<String> required() {
    return Set.of("path", "level");
  }

  @Override
  public EquipmentNode parse(CsvCells cells) {
    String path = Codes.requiredPath(cells, "path");
    var node =
        new EquipmentNode(
            path,
            cells.choice("level", EquipmentLevel.class, EquipmentLevel.WORK_UNIT),
            Codes.name(cells, path.substring(path.lastIndexOf('/') + 1)),
            cells.optional("class"),
            (int) cells.number("position", 0, 1_000_000, 0),
            cells.number("target_oee", 0, 1),
            cells.yes("production"),
            cells.yes("digitally_controlled"),
            cells.number("buffer_capacity", 0, 1e9),
            device(cells));
    return node;
  }

  private static @Nullable DeviceAddress device(CsvCells cells) {
    String edgeNode = cells.text("edge_node");
    if (edgeNode.isEmpty()) {
      if (!cells.text("device").isEmpty()) {
        cells.refuse("EQUIPMENT-DEVICE", "edge_node", "A device needs its edge node.", "");
      }
      return null;
    }
    String source = cells.text("source");
    return new DeviceAddress(
        source.isEmpty() ? DeviceAddress.EMBEDDED : source, edgeNode, cells.text("device"));
  }

  @Override
  public String key(EquipmentNode row) {
    return row.path();
  }

  @Override
  public void check(EquipmentNode row, EquipmentCatalog known, Set<String> keys, CsvCells cells) {
    NodeRules.faults(row, known, keys)
        .forEach(
            fault -> cells.refuse(fault.code(), fault.place(), fault.message(), fault.maybe()));
  }

  @Override
  public List<EquipmentNode> rows(EquipmentCatalog catalog) {
    return catalog.nodes();
  }

  @Override
  public List<String> cells(EquipmentNode row) {
    var cells = new ArrayList<String>();
    cells.add(row.path());
    cells.add(row.level().name());
    cells.add(row.name().en());
    cells.add(row.name().zh());
    cells.add(Codes.text(row.classCode()));
    cells.add(String.valueOf(row.position()));
    cells.add(Codes.text(row.targetOee()));
    cells.add(Codes.yesNo(row.production()));
    cells.add(Codes.yesNo(row.digitallyControlled()));
    cells.add(Codes.text(row.bufferCapacity()));
    DeviceAddress device = row.device();
    cells.add(device == null ? "" : device.source());
    cells.add(device == null ? "" : device.edgeNode());
    cells.add(device == null ? "" : device.device());
    return cells;
  }

  @Override
  public void save(EquipmentNode row, EquipmentRecords records) {
    records.save(row);
  }
}
