// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.EquipmentLevel;
import org.millwright.model.Name;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue in the records database. */
@Repository
class EquipmentRecords {

  private final JdbcClient jdbc;

  EquipmentRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  EquipmentCatalog load() {
    return new EquipmentCatalog(nodes(), classes(), products(), cycles());
  }

  void save(EquipmentNode node) {
    DeviceAddress device = node.device();
    int updated =
        jdbc.sql(
                """
                update equipment_node set level = ?, name_en = ?, name_zh = ?, class_code = ?,
                  position = ?, target_oee = ?, production = ?, digitally_controlled = ?,
                  buffer_capacity = ?, source = ?, edge_node = ?, device = ?
                where path = ?
                """)
            .params(values(node, device))
            .update();
    if (updated == 0) {
      jdbc.sql(
              """
              insert into equipment_node (level, name_en, name_zh, class_code, position, target_oee,
                production, digitally_controlled, buffer_capacity, source, edge_node, device, path)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """)
          .params(values(node, device))
          .update();
    }
  }

  private static List<@Nullable Object> values(EquipmentNode node, @Nullable DeviceAddress device) {
    var values = new ArrayList<@Nullable Object>();
    values.add(node.level().name());
    values.add(node.name().en());
    values.add(node.name().zh());
    values.add(node.classCode());
    values.add(node.position());
    values.add(node.targetOee());
    values.add(node.production());
    values.add(node.digitallyControlled());
    values.add(node.bufferCapacity());
    values.add(device == null ? null : device.source());
    values.add(device == null ? null : device.edgeNode());
    values.add(device == null ? null : device.device());
    values.add(node.path());
    return values;
  }

  /** Removes a node with everything below it. */
  void deleteNode(String path) {
    jdbc.sql("delete from equipment_node where path = ? or path like ? escape '!'")
        .params(path, path.replace("!", "!!").replace("_", "!_").replace("%", "!%") + "/%")
        .update();
  }

  void save(EquipmentClass type) {
    int updated =
        jdbc.sql("update equipment_class set name_en = ?, name_zh = ? where code = ?")
            .params(type.name().en(), type.name().zh(), type.code())
            .update();
    if (updated == 0) {
      jdbc.sql("insert into equipment_class (name_en, name_zh, code) values (?, ?, ?)")
          .params(type.name().en(), type.name().zh(), type.code())
          .update();
    }
  }

  void deleteClass(String code) {
    jdbc.sql("delete from equipment_class where code = ?").param(code).update();
  }

  void save(String classCode, TemplateProperty property) {
    int position =
        jdbc.sql(
                "select coalesce(max(position), 0) + 1 from template_property where class_code = ?")
            .param(classCode)
            .query(Integer.class)
            .single();
    jdbc.sql("delete from template_property where class_code = ? and property = ?")
        .params(classCode, property.property())
        .update();
    jdbc.sql(
            """
            insert into template_property
              (class_code, property, position, role, metric, name_en, name_zh, unit, scale, wraps_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(classCode)
        .param(property.property())
        .param(position)
        .param(property.role().name())
        .param(property.metric())
        .param(property.name().en())
        .param(property.name().zh())
        .param(property.unit())
        .param(property.scale())
        .param(property.wrapsAt())
        .update();
  }

  void save(String classCode, StateRule rule) {
    jdbc.sql("delete from state_rule where class_code = ? and position = ?")
        .params(classCode, rule.position())
        .update();
    jdbc.sql(
            """
            insert into state_rule (class_code, position, property, test, low, high, seconds, state)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(classCode)
        .param(rule.position())
        .param(rule.property())
        .param(rule.test().name())
        .param(rule.low())
        .param(rule.high())
        .param(rule.seconds())
        .param(rule.state())
        .update();
  }

  void clearTemplate(String classCode) {
    jdbc.sql("delete from template_property where class_code = ?").param(classCode).update();
    jdbc.sql("delete from state_rule where class_code = ?").param(classCode).update();
  }

  void save(Product product) {
    Name name = product.name();
    int updated =
        jdbc.sql("update product set name_en = ?, name_zh = ?, unit = ? where code = ?")
            .params(name.en(), name.zh(), product.unit(), product.code())
            .update();
    if (updated == 0) {
      jdbc.sql("insert into product (name_en, name_zh, unit, code) values (?, ?, ?, ?)")
          .params(name.en(), name.zh(), product.unit(), product.code())
          .update();
    }
  }

  void deleteProduct(String code) {
    jdbc.sql("delete from ideal_cycle where product = ?").param(code).update();
    jdbc.sql("delete from product where code = ?").param(code).update();
  }

  void save(IdealCycle cycle) {
    deleteCycle(cycle.node(), cycle.product());
    jdbc.sql("insert into ideal_cycle (node, product, seconds) values (?, ?, ?)")
        .params(cycle.node(), cycle.product(), cycle.seconds())
        .update();
  }

  void deleteCycle(String node, String product) {
    jdbc.sql("delete from ideal_cycle where node = ? and product = ?")
        .params(node, product)
        .update();
  }

  private List<EquipmentNode> nodes() {
    return jdbc.sql("select * from equipment_node")
        .query((set, number) ->
            new EquipmentNode(
                set.getString("path"),
                EquipmentLevel.valueOf(set.getString("level")),
                name(set),
                set.getString("class_code"),
                set.getInt("position"),
                set.getObject("target_oee", Double.class),
                set.getBoolean("production"),
                set.getBoolean("digitally_controlled"),
                set.getObject("buffer_capacity", Double.class),
                device(set)))
        .list();
  }

  private static @Nullable DeviceAddress device(ResultSet set) throws SQLException {
    String edgeNode = set.getString("edge_node");
    return edgeNode == null
        ? null
        : new DeviceAddress(set.getString("source"), edgeNode, set.getString("device"));
  }

  private List<EquipmentClass> classes() {
    Map<String, List<TemplateProperty>> properties = new HashMap<>();
    jdbc.sql("select * from template_property order by class_code, position")
        .query(set -> {
          properties
              .computeIfAbsent(set.getString("class_code"), code -> new ArrayList<>())
              .add(property(set));
        });
    Map<String, List<StateRule>> rules = new HashMap<>();
    jdbc.sql("select * from state_rule order by class_code, position")
        .query(set -> {
          rules
              .computeIfAbsent(set.getString("class_code"), code -> new ArrayList<>())
              .add(rule(set));
        });
    return jdbc.sql("select * from equipment_class order by code")
        .query((set, number) -> {
          String code = set.getString("code");
          return new EquipmentClass(
              code,
              name(set),
              properties.getOrDefault(code, List.of()),
              rules.getOrDefault(code, List.of()));
        })
        .list();
  }

  private static TemplateProperty property(ResultSet set) throws SQLException {
    return new TemplateProperty(
        set.getString("property"),
        PropertyRole.valueOf(set.getString("role")),
        set.getString("metric"),
        name(set),
        set.getString("unit"),
        set.getDouble("scale"),
        set.getObject("wraps_at", Long.class));
  }

  private static StateRule rule(ResultSet set) throws SQLException {
    return new StateRule(
        set.getInt("position"),
        set.getString("property"),
        StateRule.Test.valueOf(set.getString("test")),
        set.getObject("low", Double.class),
        set.getObject("high", Double.class),
        set.getDouble("seconds"),
        set.getString("state"));
  }

  private List<Product> products() {
    return jdbc.sql("select * from product order by code")
        .query(
            (set, number) -> new Product(set.getString("code"), name(set), set.getString("unit")))
        .list();
  }

  private List<IdealCycle> cycles() {
    return jdbc.sql("select node, product, seconds from ideal_cycle")
        .query(IdealCycle.class)
        .list();
  }

  private static Name name(ResultSet set) throws SQLException {
    return new Name(set.getString("name_en"), set.getString("name_zh"));
  }
}
