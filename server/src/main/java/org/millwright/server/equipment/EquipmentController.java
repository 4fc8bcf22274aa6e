// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.List;
import org.millwright.model.Name;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of equipment over HTTP. */
@RestController
@RequestMapping("/api/equipment")
class EquipmentController {

  record Register(
      List<EquipmentNode> nodes,
      List<EquipmentClass> classes,
      List<Product> products,
      List<IdealCycle> cycles) {}

  private final Equipment equipment;

  EquipmentController(Equipment equipment) {
    this.equipment = equipment;
  }

  @GetMapping
  @Requires(Permission.VIEW)
  Register register() {
    var user = CurrentUser.get();
    var catalog = equipment.catalog();
    return new Register(
        catalog.nodes().stream().filter(node -> user.sees(node.path())).toList(),
        catalog.classes(),
        catalog.products(),
        catalog.cycles().stream().filter(cycle -> user.sees(cycle.node())).toList());
  }

  @PutMapping("/nodes")
  @Requires(Permission.ENGINEER)
  EquipmentNode saveNode(@RequestBody EquipmentNode node) {
    if (!Codes.isPath(node.path())) {
      throw refused(
          new Refusal(
              "EQUIPMENT-PATH",
              "path",
              "\"" + node.path() + "\" is no path of codes.",
              "separate the codes by single slashes, such as works/rolling/mill."));
    }
    CurrentUser.get().require(Permission.ENGINEER, node.path());
    var faults = equipment.save(node, actor());
    if (!faults.isEmpty()) {
      throw new RefusalException(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }
    return node;
  }

  /** Removes a node with everything below it; what was recorded of it stays. */
  @DeleteMapping("/nodes")
  @Requires(Permission.ENGINEER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteNode(@RequestParam String node) {
    if (equipment.catalog().node(node).isEmpty()) {
      throw unknown("EQUIPMENT-NODE", "There is no node \"" + node + "\".");
    }
    equipment.change(
        actor(), "equipment.node.delete", node, "", records -> records.deleteNode(node));
  }

  @PutMapping("/classes")
  @Requires(Permission.ENGINEER)
  EquipmentClass saveClass(@RequestBody EquipmentClass type) {
    requireEverywhere();
    if (!Codes.isCode(type.code())) {
      throw refused(Refusal.of("EQUIPMENT-CODE", "code", "\"" + type.code() + "\" is no code."));
    }
    for (StateRule rule : type.rules()) {
      if (type.properties().stream().noneMatch(p -> p.property().equals(rule.property()))) {
        throw refused(
            Refusal.of(
                "EQUIPMENT-PROPERTY",
                "rules/" + rule.position(),
                "The class has no property \"" + rule.property() + "\"."));
      }
    }
    equipment.change(
        actor(),
        "equipment.class",
        type.code(),
        type.toString(),
        records -> {
          records.save(type);
          records.clearTemplate(type.code());
          type.properties().forEach(property -> records.save(type.code(), property));
          type.rules().forEach(rule -> records.save(type.code(), rule));
        });
    return type;
  }

  @DeleteMapping("/classes")
  @Requires(Permission.ENGINEER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteClass(@RequestParam String code) {
    requireEverywhere();
    equipment.catalog().nodes().stream()
        .filter(node -> code.equals(node.classCode()))
        .findFirst()
        .ifPresent(node -> {
          throw new RefusalException(
              HttpStatus.CONFLICT,
              Refusal.of("EQUIPMENT-IN-USE", code, "\"" + node.path() + "\" is of this class."));
        });
    equipment.change(
        actor(), "equipment.class.delete", code, "", records -> records.deleteClass(code));
  }

  @PutMapping("/products")
  @Requires(Permission.ENGINEER)
  Product saveProduct(@RequestBody Product product) {
    requireEverywhere();
    if (!Codes.isCode(product.code())) {
      throw refused(Refusal.of("EQUIPMENT-CODE", "code", "\"" + product.code() + "\" is no code."));
    }
    Name name = Name.of(product.name().en(), product.name().zh());
    var named = new Product(product.code(), name, product.unit());
    equipment.change(
        actor(),
        "equipment.product",
        named.code(),
        named.toString(),
        records -> records.save(named));
    return named;
  }

  @DeleteMapping("/products")
  @Requires(Permission.ENGINEER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteProduct(@RequestParam String code) {
    requireEverywhere();
    equipment.change(
        actor(), "equipment.product.delete", code, "", records -> records.deleteProduct(code));
  }

  @PutMapping("/cycles")
  @Requires(Permission.ENGINEER)
  IdealCycle saveCycle(@RequestBody IdealCycle cycle) {
    CurrentUser.get().require(Permission.ENGINEER, cycle.node());
    if (!(cycle.seconds() > 0) || Double.isInfinite(cycle.seconds())) {
      throw refused(Refusal.of("EQUIPMENT-CYCLE", "seconds", "A cycle takes longer than 0 s."));
    }
    if (equipment.catalog().node(cycle.node()).isEmpty()) {
      throw unknown("EQUIPMENT-NODE", "There is no node \"" + cycle.node() + "\".");
    }
    equipment.change(
        actor(), "equipment.cycle", cycle.node(), cycle.toString(), records -> records.save(cycle));
    return cycle;
  }

  @DeleteMapping("/cycles")
  @Requires(Permission.ENGINEER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteCycle(@RequestParam String node, @RequestParam String product) {
    equipment.change(
        actor(),
        "equipment.cycle.delete",
        node,
        product,
        records -> records.deleteCycle(node, product));
  }

  /** Classes and products belong to the whole installation. */
  private static void requireEverywhere() {
    CurrentUser.get().require(Permission.ENGINEER, "");
  }

  private static String actor() {
    return CurrentUser.get().name();
  }

  private static RefusalException refused(Refusal refusal) {
    return new RefusalException(HttpStatus.UNPROCESSABLE_CONTENT, refusal);
  }

  private static RefusalException unknown(String code, String message) {
    return new RefusalException(HttpStatus.NOT_FOUND, Refusal.of(code, "", message));
  }
}
