// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.millwright.model.EquipmentLevel;

/** All equipment at one moment; immutable, so that readers need no lock. */
public final class EquipmentCatalog {

  private static final Comparator<EquipmentNode> BY_POSITION =
      Comparator.comparingInt(EquipmentNode::position).thenComparing(EquipmentNode::path);

  private final Map<String, EquipmentNode> nodes = new LinkedHashMap<>();
  private final Map<String, List<EquipmentNode>> children = new HashMap<>();
  private final Map<String, EquipmentClass> classes = new LinkedHashMap<>();
  private final Map<String, Product> products = new LinkedHashMap<>();
  private final Map<String, Map<String, IdealCycle>> cycles = new HashMap<>();

  EquipmentCatalog(
      List<EquipmentNode> nodes,
      List<EquipmentClass> classes,
      List<Product> products,
      List<IdealCycle> cycles) {
    nodes.stream()
        .sorted(BY_POSITION)
        .forEach(node -> {
          this.nodes.put(node.path(), node);
          children.computeIfAbsent(node.parent(), parent -> new ArrayList<>()).add(node);
        });
    classes.forEach(type -> this.classes.put(type.code(), type));
    products.forEach(product -> this.products.put(product.code(), product));
    for (IdealCycle cycle : cycles) {
      this.cycles
          .computeIfAbsent(cycle.node(), node -> new HashMap<>())
          .put(cycle.product(), cycle);
    }
  }

  /** Every node; those of one parent in their order. */
  public List<EquipmentNode> nodes() {
    return List.copyOf(nodes.values());
  }

  /** Every class. */
  public List<EquipmentClass> classes() {
    return List.copyOf(classes.values());
  }

  /** Every product. */
  public List<Product> products() {
    return List.copyOf(products.values());
  }

  /** Every ideal cycle time. */
  public List<IdealCycle> cycles() {
    return cycles.values().stream()
        .flatMap(byProduct -> byProduct.values().stream())
        .sorted(Comparator.comparing(IdealCycle::node).thenComparing(IdealCycle::product))
        .toList();
  }

  /** The node at a path. */
  public Optional<EquipmentNode> node(String path) {
    return Optional.ofNullable(nodes.get(path));
  }

  /** The class with a code. */
  public Optional<EquipmentClass> type(String code) {
    return Optional.ofNullable(classes.get(code));
  }

  /** The class of a node, when it has one that exists. */
  public Optional<EquipmentClass> typeOf(EquipmentNode node) {
    return Optional.ofNullable(node.classCode()).map(classes::get);
  }

  /** The product with a code. */
  public Optional<Product> product(String code) {
    return Optional.ofNullable(products.get(code));
  }

  /** The nodes just below a path, in their order; the empty path gives the enterprises. */
  public List<EquipmentNode> children(String path) {
    return List.copyOf(children.getOrDefault(path, List.of()));
  }

  /** Every work unit at or below a path, in the order of the tree; the empty path gives all. */
  public List<EquipmentNode> unitsBelow(String path) {
    var units = new ArrayList<EquipmentNode>();
    node(path).filter(node -> node.level() == EquipmentLevel.WORK_UNIT).ifPresent(units::add);
    for (EquipmentNode child : children.getOrDefault(path, List.of())) {
      units.addAll(unitsBelow(child.path()));
    }
    return units;
  }

  /**
   * Seconds a product ideally takes on a work unit: its own figure for the product, then its figure
   * for any product, then the same of each node above.
   */
  public OptionalDouble idealCycleSeconds(String unit, String product) {
    for (String path = unit; !path.isEmpty(); path = parent(path)) {
      Map<String, IdealCycle> known = cycles.getOrDefault(path, Map.of());
      IdealCycle cycle = known.getOrDefault(product, known.get(IdealCycle.ANY_PRODUCT));
      if (cycle != null) {
        return OptionalDouble.of(cycle.seconds());
      }
    }
    return OptionalDouble.empty();
  }

  /** The OEE a node is measured against: its own target or the nearest above. */
  public OptionalDouble targetOee(String node) {
    for (String path = node; !path.isEmpty(); path = parent(path)) {
      EquipmentNode known = nodes.get(path);
      if (known != null && known.targetOee() != null) {
        return OptionalDouble.of(known.targetOee());
      }
    }
    return OptionalDouble.empty();
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
