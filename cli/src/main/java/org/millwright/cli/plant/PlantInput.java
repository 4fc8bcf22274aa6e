// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.plant;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.plant.archetype.Archetype;
import org.millwright.plant.archetype.Archetypes;
import org.millwright.plant.edge.BrokerAddress;
import org.millwright.plant.edge.CredentialSource;

/** Reads the options of {@code millwright plant}; what cannot be taken is refused with a reason. */
record PlantInput(
    String broker, boolean tls, @Nullable Path authority, String credentials, String zoneName) {

  /** A value, or why there is none. */
  record Read<T>(@Nullable T present, @Nullable Refusal refusal) {

    static <T> Read<T> of(T value) {
      return new Read<>(value, null);
    }

    static <T> Read<T> refused(Refusal refusal) {
      return new Read<>(null, refusal);
    }

    /** The value; only after looking for a refusal. */
    T value() {
      T value = present;
      if (value == null) {
        throw new IllegalStateException(String.valueOf(refusal));
      }
      return value;
    }
  }

  /** The first refusal, null when there is none. */
  static @Nullable Refusal first(Read<?>... several) {
    for (Read<?> read : several) {
      if (read.refusal() != null) {
        return read.refusal();
      }
    }
    return null;
  }

  Read<BrokerAddress> address() {
    int colon = broker.lastIndexOf(':');
    Optional<Integer> port = port(broker.substring(colon + 1));
    if (colon < 1 || port.isEmpty()) {
      return Read.refused(
          new Refusal(
              "PLANT-BROKER", "--broker", "'" + broker + "' is not host:port.", "127.0.0.1:1883."));
    }
    if (authority != null && !Files.isReadable(authority)) {
      return Read.refused(
          Refusal.of("PLANT-TLS", "--tls-ca", "The file " + authority + " cannot be read."));
    }
    String host = broker.substring(0, colon).replace("[", "").replace("]", "");
    return Read.of(new BrokerAddress(host, port.get(), tls || authority != null, authority));
  }

  private static Optional<Integer> port(String text) {
    try {
      return Optional.of(Integer.parseInt(text)).filter(port -> port > 0 && port < 65_536);
    } catch (NumberFormatException malformed) {
      return Optional.empty();
    }
  }

  Read<CredentialSource> credentials(String group, List<String> nodes) {
    if (credentials.isEmpty()) {
      return Read.of(new CredentialSource.Anonymous());
    }
    Path file = Path.of(credentials);
    if (Files.isRegularFile(file)) {
      CredentialSource source = new CredentialSource.FromFile(file);
      return nodes.stream()
          .flatMap(node -> source.check(group, node).stream())
          .findFirst()
          .<Read<CredentialSource>>map(Read::refused)
          .orElseGet(() -> Read.of(source));
    }
    int slash = credentials.indexOf('/');
    if (slash < 1 || credentials.endsWith(".properties")) {
      return Read.refused(
          new Refusal(
              "PLANT-CREDENTIALS",
              "--credentials",
              "'" + credentials + "' is neither a file nor a pattern user/password.",
              "the platform has not written its file yet."));
    }
    // A user name such as group/node holds a slash itself: the last one parts the password off.
    int last = credentials.lastIndexOf('/');
    return Read.of(
        new CredentialSource.Pattern(
            credentials.substring(0, last), credentials.substring(last + 1)));
  }

  Read<ZoneId> zone() {
    try {
      return Read.of(zoneName.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zoneName));
    } catch (DateTimeException unknown) {
      return Read.refused(
          new Refusal(
              "PLANT-ZONE", "--zone", "'" + zoneName + "' is not a time zone.", "Asia/Shanghai."));
    }
  }

  Read<Double> speed(double speed) {
    return speed > 0 && speed <= 1e9
        ? Read.of(speed)
        : Read.refused(
            Refusal.of("PLANT-RATE", "", "A speed or rate of " + speed + " is not above 0."));
  }

  static Read<List<Archetype>> lines(List<String> names) {
    Archetypes all = Archetypes.load();
    if (names.contains("all")) {
      return Read.of(all.archetypes());
    }
    List<Archetype> chosen = new ArrayList<>();
    for (String name : names) {
      Optional<Archetype> found = all.find(name.strip());
      if (found.isEmpty()) {
        return Read.refused(
            new Refusal(
                "PLANT-LINE",
                "--lines",
                "There is no line '" + name + "'.",
                "one of "
                    + String.join(", ", all.archetypes().stream().map(Archetype::id).toList())
                    + "."));
      }
      chosen.add(found.get());
    }
    return Read.of(chosen);
  }

  static Read<Integer> atLeastOne(String option, int value) {
    return value >= 1
        ? Read.of(value)
        : Read.refused(Refusal.of("PLANT-COUNT", option, value + " is less than 1."));
  }

  static Read<Double> share(String option, double value) {
    return value > 0 && value <= 1
        ? Read.of(value)
        : Read.refused(Refusal.of("PLANT-SHARE", option, value + " is not above 0 and at most 1."));
  }

  static Read<Integer> qos(int value) {
    return value == 0 || value == 1
        ? Read.of(value)
        : Read.refused(Refusal.of("PLANT-QOS", "--qos", value + " is neither 0 nor 1."));
  }
}
