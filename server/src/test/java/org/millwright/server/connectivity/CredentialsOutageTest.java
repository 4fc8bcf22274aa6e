// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.server.identity.Audit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Edge nodes that come back while the database is away. */
@ConnectivityTest
class CredentialsOutageTest {

  private static final String PASSWORD = "a password of the test";

  @Autowired private DataSource database;
  @Autowired private Audit audit;
  private Gate gate;
  private Credentials credentials;

  /** The platform's database, when it is open. */
  private static final class Gate extends DelegatingDataSource {
    private boolean open = true;

    Gate(DataSource target) {
      super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (!open) {
        throw new SQLTransientConnectionException("the database is away");
      }
      return super.getConnection();
    }
  }

  @BeforeEach
  void open() {
    gate = new Gate(database);
    credentials = new Credentials(JdbcClient.create(gate), audit, Clock.systemUTC());
    credentials.save(
        new Credential("homecomer", Credential.Kind.PLAIN, "", "", "a/#", Instant.EPOCH),
        PASSWORD,
        "test");
  }

  @Test
  void whoWasLetInBeforeIsLetInAgainWithTheSamePasswordOnly() {
    assertThat(credentials.verify("homecomer", PASSWORD)).isPresent();
    gate.open = false;

    assertThat(credentials.verify("homecomer", PASSWORD))
        .hasValueSatisfying(known -> assertThat(known.topics()).isEqualTo("a/#"));
    assertThat(credentials.verify("homecomer", "another")).isEmpty();
  }

  @Test
  void whoWasNotLetInBeforeOrWasRemovedWaitsForTheDatabase() {
    gate.open = false;
    assertThatThrownBy(() -> credentials.verify("homecomer", PASSWORD))
        .isInstanceOf(DataAccessException.class);

    gate.open = true;
    assertThat(credentials.verify("homecomer", PASSWORD)).isPresent();
    credentials.remove("homecomer", "test");
    gate.open = false;
    assertThatThrownBy(() -> credentials.verify("homecomer", PASSWORD))
        .isInstanceOf(DataAccessException.class);
  }
}
