// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.millwright.sparkplug.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Adds the credentials of a prepared file ({@code group/node=username:password}) that are not known
 * yet.
 */
@Component
class CredentialsFile implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(CredentialsFile.class);

  private final Credentials credentials;
  private final MqttSettings settings;

  CredentialsFile(Credentials credentials, MqttSettings settings) {
    this.credentials = credentials;
    this.settings = settings;
  }

  @Override
  public void afterPropertiesSet() {
    Path file = Path.of(settings.credentials());
    if (settings.credentials().isEmpty() || !Files.exists(file)) {
      return;
    }
    Properties entries = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      entries.load(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    entries.forEach((node, login) -> take((String) node, (String) login));
  }

  private void take(String nodeId, String login) {
    int slash = nodeId.indexOf('/');
    int colon = login.indexOf(':');
    String group = slash < 0 ? "" : nodeId.substring(0, slash);
    String node = nodeId.substring(slash + 1);
    if (!Topic.isId(group) || !Topic.isId(node) || colon < 1) {
      LOG.warn("{}: {} is no line group/node=username:password", settings.credentials(), nodeId);
      return;
    }
    String username = login.substring(0, colon);
    if (credentials.find(username).isEmpty()) {
      credentials.save(
          new Credential(username, Credential.Kind.SPARKPLUG, group, node, "", Instant.EPOCH),
          login.substring(colon + 1),
          "system");
    }
  }
}
