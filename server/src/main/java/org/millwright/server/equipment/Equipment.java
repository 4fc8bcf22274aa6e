// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.millwright.model.EquipmentLevel;
import org.millwright.model.Name;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.Audit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of equipment: the catalogue as it is now, and the ways to change it. */
@Service
public class Equipment {

  private final EquipmentRecords records;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final ApplicationEventPublisher events;
  private volatile EquipmentCatalog catalog;

  Equipment(
      EquipmentRecords records,
      Audit audit,
      TransactionTemplate transaction,
      ApplicationEventPublisher events) {
    this.records = records;
    this.audit = audit;
    this.transaction = transaction;
    this.events = events;
    this.catalog = records.load();
  }

  /** The catalogue now. */
  public EquipmentCatalog catalog() {
    return catalog;
  }

  /**
   * The node of a path.
   *
   * @throws RefusalException with {@code EQUIPMENT-NODE} and 404 if there is none
   */
  public EquipmentNode node(String path) {
    return catalog()
        .node(path)
        .orElseThrow(() ->
            new RefusalException(
                HttpStatus.NOT_FOUND,
                Refusal.of("EQUIPMENT-NODE", path, "There is no such node of equipment.")));
  }

  /**
   * Adds or changes a node.
   *
   * @return every reason why not; empty when it is stored
   */
  public List<Refusal> save(EquipmentNode node, String actor) {
    var faults = NodeRules.faults(node, catalog, Set.of());
    if (faults.isEmpty()) {
      change(
          actor,
          "equipment.node",
          node.path(),
          catalog.node(node.path()).map(Record::toString).orElse("new") + " → " + node,
          changed -> changed.save(node));
    }
    return faults;
  }

  /**
   * Lets a device speak for a node, following the template of a class. A path below a line that
   * exists is made a new machine at its end, named by its code: who connects a device should not
   * have to leave it for the register first.
   *
   * @return every reason why not; empty when it is stored
   */
  public List<Refusal> assign(String path, String classCode, DeviceAddress device, String actor) {
    var known = catalog.node(path).or(() -> newMachine(path));
    if (known.isEmpty()) {
      return List.of(
          new Refusal(
              "EQUIPMENT-NODE",
              "node",
              "There is no node \"" + path + "\", nor a line above it.",
              "create it first."));
    }
    EquipmentNode node = known.get();
    return save(
        new EquipmentNode(
            node.path(),
            node.level(),
            node.name(),
            classCode,
            node.position(),
            node.targetOee(),
            node.production(),
            node.digitallyControlled(),
            node.bufferCapacity(),
            device),
        actor);
  }

  private Optional<EquipmentNode> newMachine(String path) {
    String line = path.substring(0, Math.max(0, path.lastIndexOf('/')));
    String code = path.substring(path.lastIndexOf('/') + 1);
    return catalog
        .node(line)
        .filter(above -> above.level() == EquipmentLevel.WORK_CENTER)
        .map(above ->
            new EquipmentNode(
                path,
                EquipmentLevel.WORK_UNIT,
                Name.of(code),
                null,
                catalog.children(line).size() + 1,
                null,
                true,
                true,
                null,
                null));
  }

  /** Stores several changes as one, replaces the catalogue, and tells everyone. */
  synchronized void change(
      String actor,
      String action,
      String subject,
      String detail,
      Consumer<EquipmentRecords> changes) {
    transaction.executeWithoutResult(status -> {
      changes.accept(records);
      audit.recordAs(actor, action, subject, detail);
    });
    catalog = records.load();
    events.publishEvent(new EquipmentChanged(catalog));
  }
}
