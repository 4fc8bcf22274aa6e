// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.millwright.sparkplug.Topic;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may connect to the embedded broker. */
@RestController
@RequestMapping("/api/credentials")
@Requires(Permission.ADMINISTER_PLANT)
class CredentialController {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@/-]{2,120}");

  /** What a client is to be; what its kind does not need can be absent. */
  record NewCredential(
      String username, Credential.@Nullable Kind kind, String group, String node, String topics) {

    NewCredential {
      username = Objects.requireNonNullElse(username, "");
      group = Objects.requireNonNullElse(group, "");
      node = Objects.requireNonNullElse(node, "");
      topics = Objects.requireNonNullElse(topics, "");
    }
  }

  /** The password, shown once. */
  record Issued(String username, String password) {}

  private final Credentials credentials;
  private final EmbeddedBroker broker;
  private final SecureRandom random = new SecureRandom();

  CredentialController(Credentials credentials, EmbeddedBroker broker) {
    this.credentials = credentials;
    this.broker = broker;
  }

  @GetMapping
  List<Credential> all() {
    CurrentUser.get().require(Permission.ADMINISTER_PLANT, "");
    return credentials.all();
  }

  /** Adds a client, or gives one that exists other rights and a new password. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Issued issue(@RequestBody NewCredential fresh) {
    CurrentUser user = CurrentUser.get();
    user.require(Permission.ADMINISTER_PLANT, "");
    Credential.Kind kind = refuseFaults(fresh);
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    boolean sparkplug = kind == Credential.Kind.SPARKPLUG;
    credentials.save(
        new Credential(
            fresh.username(),
            kind,
            sparkplug ? fresh.group() : "",
            sparkplug ? fresh.node() : "",
            sparkplug ? "" : fresh.topics(),
            Instant.EPOCH),
        password,
        user.name());
    broker.disconnect(fresh.username());
    return new Issued(fresh.username(), password);
  }

  @DeleteMapping("/{username}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String username) {
    CurrentUser user = CurrentUser.get();
    user.require(Permission.ADMINISTER_PLANT, "");
    if (!credentials.remove(username, user.name())) {
      throw refused(
          HttpStatus.NOT_FOUND,
          "CREDENTIAL-UNKNOWN",
          "username",
          "No client \"" + username + "\".");
    }
    broker.disconnect(username);
  }

  private static Credential.Kind refuseFaults(NewCredential fresh) {
    if (!NAME.matcher(fresh.username()).matches()) {
      throw unprocessable(
          "CREDENTIAL-NAME", "username", "A name has 2 to 120 letters, digits or . _ @ / -.");
    }
    Credential.Kind kind = fresh.kind();
    if (kind == null) {
      throw unprocessable("CREDENTIAL-KIND", "kind", "The kind is SPARKPLUG or PLAIN.");
    }
    boolean sparkplug = kind == Credential.Kind.SPARKPLUG;
    if (sparkplug && !(Topic.isId(fresh.group()) && Topic.isId(fresh.node()))) {
      throw unprocessable(
          "CREDENTIAL-NODE", "group, node", "Group and node are not empty and without + # /.");
    }
    if (!sparkplug && TopicPattern.parse(fresh.topics()) == null) {
      throw unprocessable(
          "CREDENTIAL-TOPICS", "topics", "\"" + fresh.topics() + "\" is no topic filter.");
    }
    return kind;
  }

  private static RefusalException unprocessable(String code, String place, String message) {
    return refused(HttpStatus.UNPROCESSABLE_CONTENT, code, place, message);
  }

  private static RefusalException refused(
      HttpStatus status, String code, String place, String message) {
    return new RefusalException(status, Refusal.of(code, place, message));
  }
}
