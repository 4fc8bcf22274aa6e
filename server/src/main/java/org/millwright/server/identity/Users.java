// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The local users and their roles, in the records database. */
@Repository
class Users {

  /** A user as an administrator sees them. */
  record User(
      String name,
      String displayName,
      boolean mustChangePassword,
      boolean disabled,
      List<Grant> grants) {

    CurrentUser asCurrent() {
      return new CurrentUser(name, displayName, mustChangePassword, grants);
    }
  }

  private record Row(
      String name, String displayName, boolean mustChangePassword, boolean disabled) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Users(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Names are compared without regard to case. */
  static String normalize(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  boolean isEmpty() {
    return jdbc.sql("select count(*) from users").query(Integer.class).single() == 0;
  }

  List<User> all() {
    return jdbc
        .sql("select name, display_name, must_change_password, disabled from users order by name")
        .query(Row.class)
        .list()
        .stream()
        .map(this::withGrants)
        .toList();
  }

  Optional<User> find(String name) {
    return jdbc.sql(
            "select name, display_name, must_change_password, disabled from users where name = ?")
        .param(normalize(name))
        .query(Row.class)
        .optional()
        .map(this::withGrants);
  }

  Optional<String> passwordHash(String name) {
    return jdbc.sql("select password_hash from users where name = ? and not disabled")
        .param(normalize(name))
        .query(String.class)
        .optional();
  }

  @Transactional
  void create(User user, String passwordHash) {
    jdbc.sql(
            """
            insert into users
              (name, display_name, password_hash, must_change_password, disabled, created_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            user.name(),
            user.displayName(),
            passwordHash,
            user.mustChangePassword(),
            user.disabled(),
            OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)))
        .update();
    insertGrants(user);
  }

  @Transactional
  void update(User user) {
    jdbc.sql("update users set display_name = ?, disabled = ? where name = ?")
        .params(user.displayName(), user.disabled(), user.name())
        .update();
    jdbc.sql("delete from role_grants where user_name = ?").param(user.name()).update();
    insertGrants(user);
  }

  void setPassword(String name, String passwordHash, boolean mustChange) {
    jdbc.sql("update users set password_hash = ?, must_change_password = ? where name = ?")
        .params(passwordHash, mustChange, normalize(name))
        .update();
  }

  void delete(String name) {
    jdbc.sql("delete from users where name = ?").param(normalize(name)).update();
  }

  private void insertGrants(User user) {
    for (Grant grant : user.grants()) {
      jdbc.sql("insert into role_grants (user_name, node, role) values (?, ?, ?)")
          .params(user.name(), grant.node(), grant.role().name())
          .update();
    }
  }

  private User withGrants(Row row) {
    var grants =
        jdbc.sql("select node, role from role_grants where user_name = ? order by node, role")
            .param(row.name())
            .query((set, number) -> new Grant(set.getString(1), Role.valueOf(set.getString(2))))
            .list();
    return new User(
        row.name(), row.displayName(), row.mustChangePassword(), row.disabled(), grants);
  }
}
