// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The embedded broker and the external ones, with what came through each. */
@RestController
@RequestMapping("/api/connections")
@Requires(Permission.ADMINISTER_PLANT)
class ConnectionController {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{2,40}");

  /**
   * A connection as it is.
   *
   * @param settings null for the embedded broker and others whose settings are in the configuration
   */
  record View(
      String name,
      boolean connected,
      String detail,
      Instant since,
      Intake.Totals messages,
      @Nullable Settings settings) {}

  /**
   * What can be set.
   *
   * @param password null or absent: unchanged
   */
  record Settings(
      String host,
      int port,
      boolean tls,
      @Nullable String username,
      @Nullable String password,
      @Nullable String clientId,
      @Nullable List<String> filters,
      boolean enabled) {

    Settings {
      host = Objects.requireNonNullElse(host, "");
    }
  }

  private final Connections connections;
  private final EmbeddedBroker embedded;
  private final BrokerLinks links;
  private final Intake intake;

  ConnectionController(
      Connections connections, EmbeddedBroker embedded, BrokerLinks links, Intake intake) {
    this.connections = connections;
    this.embedded = embedded;
    this.links = links;
    this.intake = intake;
  }

  @GetMapping
  List<View> all() {
    CurrentUser.get().require(Permission.ADMINISTER_PLANT, "");
    List<View> views = new ArrayList<>();
    views.add(view(embedded.source(), embedded.status(), null));
    for (Connection connection : connections.configured()) {
      views.add(view(connection.name(), status(connection), null));
    }
    for (Connection connection : connections.all()) {
      if (!connections.isConfigured(connection.name())) {
        views.add(view(connection.name(), status(connection), shown(connection)));
      }
    }
    return views;
  }

  private BrokerLink.Status status(Connection connection) {
    return links
        .find(connection.name())
        .map(BrokerLink::status)
        .orElse(new BrokerLink.Status(false, "switched off", 0));
  }

  private View view(String name, BrokerLink.Status status, @Nullable Settings settings) {
    return new View(
        name,
        status.connected(),
        status.detail(),
        Instant.ofEpochMilli(status.since()),
        intake.totals(name),
        settings);
  }

  private static Settings shown(Connection connection) {
    return new Settings(
        connection.host(),
        connection.port(),
        connection.tls(),
        connection.username(),
        null,
        connection.clientId(),
        connection.filters(),
        connection.enabled());
  }

  /** Adds or changes an external broker and connects anew. */
  @PutMapping("/{name}")
  List<View> save(@PathVariable String name, @RequestBody Settings settings) {
    CurrentUser user = CurrentUser.get();
    user.require(Permission.ADMINISTER_PLANT, "");
    refuseConfigured(name);
    refuseFaults(name, settings);
    String password =
        settings.password() != null
            ? settings.password()
            : connections.find(name).map(Connection::password).orElse("");
    connections.save(
        new Connection(
            name,
            settings.host(),
            settings.port(),
            settings.tls(),
            Objects.requireNonNullElse(settings.username(), ""),
            password,
            Objects.requireNonNullElse(settings.clientId(), "millwright-" + name),
            Objects.requireNonNullElse(settings.filters(), List.of()),
            settings.enabled()),
        user.name());
    return all();
  }

  @DeleteMapping("/{name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String name) {
    CurrentUser user = CurrentUser.get();
    user.require(Permission.ADMINISTER_PLANT, "");
    refuseConfigured(name);
    if (!connections.delete(name, user.name())) {
      throw new RefusalException(
          HttpStatus.NOT_FOUND,
          Refusal.of("CONNECTION-UNKNOWN", "name", "No connection \"" + name + "\"."));
    }
  }

  private void refuseConfigured(String name) {
    if (connections.isConfigured(name)) {
      throw new RefusalException(
          HttpStatus.CONFLICT,
          new Refusal(
              "CONNECTION-CONFIGURED",
              "name",
              "\"" + name + "\" comes from the configuration.",
              "change millwright.mqtt.external." + name + " and start again."));
    }
  }

  private static void refuseFaults(String name, Settings settings) {
    List<Refusal> faults = new ArrayList<>();
    if (!NAME.matcher(name).matches() || name.equals(EmbeddedBroker.SOURCE)) {
      faults.add(
          Refusal.of(
              "CONNECTION-NAME",
              "name",
              "A name has 2 to 40 of a-z, 0-9 and -; not \"embedded\"."));
    }
    if (settings.host().isBlank() || settings.port() < 1 || settings.port() > 65_535) {
      faults.add(
          Refusal.of(
              "CONNECTION-ADDRESS",
              "host, port",
              "A connection needs a host and a port of 1 to 65535."));
    }
    for (String filter : Objects.requireNonNullElse(settings.filters(), List.<String>of())) {
      if (TopicPattern.parse(filter) == null || filter.contains("{")) {
        faults.add(
            Refusal.of("CONNECTION-FILTER", "filters", "\"" + filter + "\" is no topic filter."));
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusalException(HttpStatus.UNPROCESSABLE_CONTENT, faults);
    }
  }
}
