// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.millwright.model.Refusal;

/** Where edge nodes find their credentials. */
public sealed interface CredentialSource {

  /** The credentials of an edge node, empty to log in without any. */
  Optional<Credentials> of(String group, String node);

  /** Why an edge node cannot log in, if it cannot. */
  default Optional<Refusal> check(String group, String node) {
    return Optional.empty();
  }

  /** No credentials: for brokers that let anyone in. */
  record Anonymous() implements CredentialSource {

    @Override
    public Optional<Credentials> of(String group, String node) {
      return Optional.empty();
    }
  }

  /**
   * The same pattern for all, {@code {group}} and {@code {node}} replaced.
   *
   * @param username pattern of the user name
   * @param password pattern of the password
   */
  record Pattern(String username, String password) implements CredentialSource {

    @Override
    public Optional<Credentials> of(String group, String node) {
      return Optional.of(new Credentials(fill(username, group, node), fill(password, group, node)));
    }

    private static String fill(String pattern, String group, String node) {
      return pattern.replace("{group}", group).replace("{node}", node);
    }

    /** Without the password. */
    @Override
    public String toString() {
      return "Pattern[" + username + "]";
    }
  }

  /**
   * The file the platform writes: a line {@code <group>/<node>=username:password} for each edge
   * node. Read again for every log-in, so that new passwords count at the next connection.
   */
  record FromFile(Path file) implements CredentialSource {

    @Override
    public Optional<Credentials> of(String group, String node) {
      String value = read().getProperty(group + '/' + node);
      int colon = value == null ? -1 : value.indexOf(':');
      return value == null || colon < 0
          ? Optional.empty()
          : Optional.of(new Credentials(value.substring(0, colon), value.substring(colon + 1)));
    }

    @Override
    public Optional<Refusal> check(String group, String node) {
      if (of(group, node).isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          new Refusal(
              "PLANT-CREDENTIALS",
              file.toString(),
              "No line " + group + '/' + node + "=username:password.",
              "create the edge node in the platform, or give --group as the platform knows it."));
    }

    private Properties read() {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      return properties;
    }
  }
}
