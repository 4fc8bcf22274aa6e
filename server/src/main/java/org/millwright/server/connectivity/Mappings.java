// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.millwright.server.identity.Audit;
import org.millwright.server.telemetry.MessageMapper;
import org.millwright.server.telemetry.RawMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mapping rules, stored and applied. Readers see all rules of one moment. */
@Component
class Mappings implements MessageMapper {

  private static final String COLUMNS =
      "id, position, source, topic, edge_node, device, metric, pointer, time_pointer, time_format,"
          + " unit, enabled";

  private final JdbcClient jdbc;
  private final Audit audit;
  private final DeviceRegistry registry;
  private volatile List<CompiledRule> rules;

  Mappings(JdbcClient jdbc, Audit audit, DeviceRegistry registry) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.registry = registry;
    this.rules = compiled();
  }

  private List<CompiledRule> compiled() {
    return all().stream().map(CompiledRule::of).toList();
  }

  List<MappingRule> all() {
    return jdbc.sql("select " + COLUMNS + " from mapping_rule order by position, id")
        .query((set, number) -> rule(set))
        .list();
  }

  private static MappingRule rule(ResultSet set) throws SQLException {
    return new MappingRule(
        set.getLong(1),
        set.getInt(2),
        set.getString(3),
        set.getString(4),
        set.getString(5),
        set.getString(6),
        set.getString(7),
        set.getString(8),
        set.getString(9),
        set.getString(10),
        set.getString(11),
        set.getBoolean(12));
  }

  /** Stores a rule without faults, new (id 0) or changed. */
  @Transactional
  public void save(MappingRule rule, String actor) {
    if (rule.id() != 0) {
      jdbc.sql("delete from mapping_rule where id = ?").param(rule.id()).update();
    }
    jdbc.sql(
            """
            insert into mapping_rule (position, source, topic, edge_node, device, metric, pointer,
              time_pointer, time_format, unit, enabled) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            rule.position(),
            rule.source(),
            rule.topic(),
            rule.edgeNode(),
            rule.device(),
            rule.metric(),
            rule.pointer(),
            rule.timePointer(),
            rule.timeFormat(),
            rule.unit(),
            rule.enabled())
        .update();
    audit.recordAs(actor, "mapping.save", rule.topic(), rule.toString());
    rules = compiled();
  }

  /** Removes a rule; what it gave stays. */
  @Transactional
  public boolean delete(long id, String actor) {
    boolean gone = jdbc.sql("delete from mapping_rule where id = ?").param(id).update() > 0;
    if (gone) {
      audit.recordAs(actor, "mapping.delete", Long.toString(id), "");
      rules = compiled();
    }
    return gone;
  }

  @Override
  public Mapping map(RawMessage message) {
    for (CompiledRule rule : rules) {
      Map<String, String> named = rule.match(message);
      if (named != null) {
        registry.plainHeard(rule.sender(message, named), message.arrival());
        return rule.apply(message, named);
      }
    }
    return new Mapping.Samples(List.of());
  }
}
