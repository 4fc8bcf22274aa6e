// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.millwright.server.identity.Audit;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The external brokers: stored, opened at the start, reopened when changed. */
@Component
class Connections implements SmartLifecycle {

  private static final String COLUMNS =
      "name, host, port, tls, username, password, client_id, filters, enabled";

  private final JdbcClient jdbc;
  private final Secrets secrets;
  private final Audit audit;
  private final MqttSettings settings;
  private final Intake intake;
  private final BrokerLinks links;
  private final DeviceRegistry registry;
  private final Clock clock;
  private final Map<String, ExternalBroker> open = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("mqtt-reconnect").daemon().factory());
  private volatile boolean running;

  Connections(
      JdbcClient jdbc,
      Secrets secrets,
      Audit audit,
      MqttSettings settings,
      Intake intake,
      BrokerLinks links,
      DeviceRegistry registry,
      Clock clock) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.audit = audit;
    this.settings = settings;
    this.intake = intake;
    this.links = links;
    this.registry = registry;
    this.clock = clock;
  }

  List<Connection> all() {
    return jdbc.sql("select " + COLUMNS + " from mqtt_connection order by name")
        .query((set, number) -> connection(set))
        .list();
  }

  /** Those of the configuration, which nobody changes over the API. */
  List<Connection> configured() {
    return settings.external().entrySet().stream()
        .map(each -> each.getValue().named(each.getKey()))
        .toList();
  }

  /** Whether a connection is one of the configuration. */
  boolean isConfigured(String name) {
    return settings.external().containsKey(name);
  }

  Optional<Connection> find(String name) {
    return jdbc.sql("select " + COLUMNS + " from mqtt_connection where name = ?")
        .param(name)
        .query((set, number) -> connection(set))
        .optional();
  }

  private Connection connection(ResultSet set) throws SQLException {
    String filters = set.getString(8);
    return new Connection(
        set.getString(1),
        set.getString(2),
        set.getInt(3),
        set.getBoolean(4),
        set.getString(5),
        secrets.show(set.getString(6)),
        set.getString(7),
        filters.isEmpty() ? List.of() : List.of(filters.split("\n")),
        set.getBoolean(9));
  }

  /** Stores a connection, new or changed, and connects anew. */
  synchronized void save(Connection connection, String actor) {
    jdbc.sql("delete from mqtt_connection where name = ?").param(connection.name()).update();
    jdbc.sql("insert into mqtt_connection (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            connection.name(),
            connection.host(),
            connection.port(),
            connection.tls(),
            connection.username(),
            secrets.hide(connection.password()),
            connection.clientId(),
            String.join("\n", connection.filters()),
            connection.enabled())
        .update();
    audit.recordAs(actor, "connection.save", connection.name(), connection.toString());
    close(connection.name());
    open(connection);
  }

  synchronized boolean delete(String name, String actor) {
    close(name);
    boolean gone = jdbc.sql("delete from mqtt_connection where name = ?").param(name).update() > 0;
    if (gone) {
      audit.recordAs(actor, "connection.delete", name, "");
    }
    return gone;
  }

  private void open(Connection connection) {
    if (!connection.enabled() || !running) {
      return;
    }
    var link =
        new ExternalBroker(
            connection,
            settings.hostId(),
            intake,
            () -> registry.sourceLost(connection.name()),
            clock,
            timer);
    open.put(connection.name(), link);
    links.add(link);
    link.open();
  }

  private void close(String name) {
    ExternalBroker link = open.remove(name);
    if (link != null) {
      links.remove(link);
      boolean stood = link.status().connected();
      link.close();
      if (stood) {
        registry.sourceLost(name);
      }
    }
  }

  @Override
  public void start() {
    running = true;
    configured().forEach(this::open);
    all().stream().filter(each -> !isConfigured(each.name())).forEach(this::open);
  }

  @Override
  public void stop() {
    running = false;
    List.copyOf(open.keySet()).forEach(this::close);
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
