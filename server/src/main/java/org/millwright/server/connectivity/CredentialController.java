// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
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

  record NewCredential(
      String username, Credential.Kind kind, String group, String node, String topics) {}

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
    refuseFaults(fresh);
    byte[] bytes = new byte[18];
    random.nextBytes(bytes);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    boolean sparkplug = fresh.kind() == Credential.Kind.SPARKPLUG;
    credentials.save(
        new Credential(
            fresh.username(),
            fresh.kind(),
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

  private static void refuseFaults(NewCredential fresh) {
    if (!NAME.matcher(fresh.username()).matches()) {
      throw unprocessable(
          "CREDENTIAL-NAME", "username", "A name has 2 to 120 letters, digits or . _ @ / -.");
    }
    boolean sparkplug = fresh.kind() == Credential.Kind.SPARKPLUG;
    if (sparkplug && !(Topic.isId(fresh.group()) && Topic.isId(fresh.node()))) {
      throw unprocessable(
          "CREDENTIAL-NODE", "group, node", "Group and node are not empty and without + # /.");
    }
    if (!sparkplug && TopicPattern.parse(fresh.topics()) == null) {
      throw unprocessable(
          "CREDENTIAL-TOPICS", "topics", "\"" + fresh.topics() + "\" is no topic filter.");
    }
  }

  private static RefusalException unprocessable(String code, String place, String message) {
    return refused(HttpStatus.UNPROCESSABLE_CONTENT, code, place, message);
  }

  private static RefusalException refused(
      HttpStatus status, String code, String place, String message) {
    return new RefusalException(status, Refusal.of(code, place, message));
  }
}
