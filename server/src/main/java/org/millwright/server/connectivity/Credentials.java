// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.millwright.server.identity.Audit;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The credentials of the embedded broker; passwords are kept as Argon2id hashes only. */
@Component
class Credentials {

  private record Known(Credential credential, String hash) {}

  private record Verified(Known known, String print) {}

  private static final String COLUMNS =
      "username, kind, group_id, node_id, topic_filter, created_at, password_hash";

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;

  /** A quarter of the memory for people's passwords: a whole plant reconnects at once. */
  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 1 << 12, 3);

  private final String decoy = Objects.requireNonNull(encoder.encode("no such client"));

  /**
   * Clients whose passwords matched since the start, with a salted SHA-256 of them, so that a
   * reconnecting plant does not pay for Argon2 again and comes back while the database is away.
   * Lost with the process.
   */
  private final Map<String, Verified> verified = new ConcurrentHashMap<>();

  private final byte[] salt = new byte[32];

  Credentials(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    new SecureRandom().nextBytes(salt);
  }

  List<Credential> all() {
    return jdbc.sql("select " + COLUMNS + " from mqtt_credential order by username")
        .query((set, number) -> known(set).credential())
        .list();
  }

  Optional<Credential> find(String username) {
    return known(username).map(Known::credential);
  }

  private Optional<Known> known(String username) {
    return jdbc.sql("select " + COLUMNS + " from mqtt_credential where username = ?")
        .param(username)
        .query((set, number) -> known(set))
        .optional();
  }

  private static Known known(ResultSet set) throws SQLException {
    return new Known(
        new Credential(
            set.getString(1),
            Credential.Kind.valueOf(set.getString(2)),
            set.getString(3),
            set.getString(4),
            set.getString(5),
            set.getObject(6, OffsetDateTime.class).toInstant()),
        set.getString(7));
  }

  /**
   * The credential when name and password match. Takes as long when the name is unknown.
   *
   * @throws DataAccessException when the database does not answer and the client was not let in
   *     before
   */
  Optional<Credential> verify(String username, String password) {
    Verified before = verified.get(username);
    Optional<Known> known = knownOr(before, username);
    String hash = known.map(Known::hash).orElse(decoy);
    String print = print(username, password, hash);
    if (before == null || !print.equals(before.print())) {
      if (!encoder.matches(password, hash) || known.isEmpty()) {
        return Optional.empty();
      }
      verified.put(username, new Verified(known.get(), print));
    }
    return known.map(Known::credential);
  }

  private Optional<Known> knownOr(@Nullable Verified before, String username) {
    try {
      return known(username);
    } catch (DataAccessException outage) {
      if (before == null) {
        throw outage;
      }
      return Optional.of(before.known()); // removing or changing a credential removes it here
    }
  }

  private String print(String username, String password, String hash) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      digest.update((username + '\0' + hash + '\0').getBytes(StandardCharsets.UTF_8));
      byte[] print = digest.digest(password.getBytes(StandardCharsets.UTF_8));
      return new String(print, StandardCharsets.ISO_8859_1);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Adds a credential, or changes all of it but its age. */
  @Transactional
  public void save(Credential credential, String password, String actor) {
    delete(credential.username());
    jdbc.sql("insert into mqtt_credential (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            credential.username(),
            credential.kind().name(),
            credential.group(),
            credential.node(),
            credential.topics(),
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
            encoder.encode(password))
        .update();
    audit.recordAs(actor, "credential.save", credential.username(), credential.mayPublish());
  }

  /** Removes a credential; an open connection is closed by the caller. */
  @Transactional
  public boolean remove(String username, String actor) {
    boolean removed = delete(username);
    if (removed) {
      audit.recordAs(actor, "credential.delete", username, "");
    }
    return removed;
  }

  private boolean delete(String username) {
    verified.remove(username);
    return jdbc.sql("delete from mqtt_credential where username = ?").param(username).update() > 0;
  }
}
