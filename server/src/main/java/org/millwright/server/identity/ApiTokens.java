// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Tokens for programs such as Grafana. The secret is shown once; only its hash is kept. A plain
 * SHA-256 is enough because the secret has 256 random bits.
 */
@Repository
class ApiTokens {

  /** What is known of a token after it was made. */
  record Token(
      String id,
      String name,
      Grant grant,
      String createdBy,
      Instant createdAt,
      @Nullable Instant expiresAt) {}

  private static final String PREFIX = "mw_";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ApiTokens(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Makes a token and returns its secret. */
  String create(String name, Grant grant, String createdBy, @Nullable Instant expiresAt) {
    String secret = PREFIX + randomText(32);
    jdbc.sql(
            """
            insert into api_tokens
              (id, name, token_hash, node, role, created_by, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(randomText(9))
        .param(name)
        .param(hash(secret))
        .param(grant.node())
        .param(grant.role().name())
        .param(createdBy)
        .param(utc(clock.instant()))
        .param(expiresAt == null ? null : utc(expiresAt))
        .update();
    return secret;
  }

  List<Token> all() {
    return jdbc.sql(
            """
            select id, name, node, role, created_by, created_at, expires_at from api_tokens
            order by created_at
            """)
        .query((set, number) ->
            new Token(
                set.getString(1),
                set.getString(2),
                new Grant(set.getString(3), Role.valueOf(set.getString(4))),
                set.getString(5),
                set.getObject(6, OffsetDateTime.class).toInstant(),
                instant(set.getObject(7, OffsetDateTime.class))))
        .list();
  }

  boolean revoke(String id) {
    return jdbc.sql("delete from api_tokens where id = ?").param(id).update() > 0;
  }

  /** The program behind a secret; empty when it is unknown or expired. */
  Optional<CurrentUser> authenticate(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    return jdbc.sql(
            """
            select name, node, role from api_tokens
            where token_hash = ? and (expires_at is null or expires_at > ?)
            """)
        .params(hash(secret), utc(clock.instant()))
        .query((set, number) -> {
          var grant = new Grant(set.getString(2), Role.valueOf(set.getString(3)));
          String name = set.getString(1);
          return new CurrentUser("token:" + name, name, false, List.of(grant));
        })
        .optional();
  }

  private String randomText(int bytes) {
    byte[] noise = new byte[bytes];
    random.nextBytes(noise);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(noise);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static String hash(String secret) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
