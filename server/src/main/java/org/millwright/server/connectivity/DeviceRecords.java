// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register of devices in the database. */
@Component
class DeviceRecords {

  private static final String COLUMNS =
      "source, edge_node, device, state, since, first_seen, last_message, metrics, births,"
          + " rebirths, deaths, gaps, rebirths_asked, refused, last_refusal";

  private static final int REFUSAL_LENGTH = 1000;

  private final JdbcClient jdbc;

  DeviceRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<DeviceEntry> all() {
    return jdbc.sql("select " + COLUMNS + " from device_seen")
        .query((set, number) -> entry(set))
        .list();
  }

  private static DeviceEntry entry(ResultSet set) throws SQLException {
    return new DeviceEntry(
        new DeviceId(set.getString(1), set.getString(2), set.getString(3)),
        DeviceEntry.State.valueOf(set.getString(4)),
        set.getLong(5),
        set.getLong(6),
        set.getLong(7),
        set.getInt(8),
        set.getLong(9),
        set.getLong(10),
        set.getLong(11),
        set.getLong(12),
        set.getLong(13),
        set.getLong(14),
        set.getString(15));
  }

  @Transactional
  public void save(Collection<DeviceEntry> entries) {
    entries.forEach(this::save);
  }

  private void save(DeviceEntry entry) {
    jdbc.sql("delete from device_seen where source = ? and edge_node = ? and device = ?")
        .params(entry.id().source(), entry.id().edgeNode(), entry.id().device())
        .update();
    String refusal = entry.lastRefusal();
    jdbc.sql(
            "insert into device_seen ("
                + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            entry.id().source(),
            entry.id().edgeNode(),
            entry.id().device(),
            entry.state().name(),
            entry.since(),
            entry.firstSeen(),
            entry.lastMessage(),
            entry.metrics(),
            entry.births(),
            entry.rebirths(),
            entry.deaths(),
            entry.gaps(),
            entry.rebirthsAsked(),
            entry.refused(),
            refusal.substring(0, Math.min(refusal.length(), REFUSAL_LENGTH)))
        .update();
  }
}
