// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millwright.performance.Source;
import org.millwright.performance.StateChange;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@Tag("records")
class RecordWriterTest {

  private static final String UNIT = "nowhere/unsure";
  private static final long ID = 1L << 60;

  @Autowired private PerformanceRecords records;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private JdbcClient jdbc;

  /** Commits, but the first time nobody hears of it. */
  private static final class Unconfirmed extends TransactionTemplate {
    private static final long serialVersionUID = 1L;
    private boolean said;

    Unconfirmed(PlatformTransactionManager transactions) {
      super(transactions);
    }

    @Override
    public <T> T execute(TransactionCallback<T> action) {
      T result = super.execute(action);
      if (!said) {
        said = true;
        throw new TransactionSystemException("the connection broke while committing");
      }
      return result;
    }
  }

  @Test
  void aCommitThatWasNotConfirmedIsMadeGoodAndNotStoredTwice() {
    RecordWriter writer =
        new RecordWriter(records, new Unconfirmed(transactions), Clock.systemUTC());
    writer.write(
        UNIT, new StateChange(ID, Instant.EPOCH, WorkUnitState.RUNNING, "", "", Source.MACHINE));
    try {
      writer.flush();
      assertThat(writer.isFailing()).isTrue();

      writer.flush();
      assertThat(writer.isFailing()).isFalse();
      assertThat(
              jdbc.sql("select id from state_change where unit = ?")
                  .param(UNIT)
                  .query(Long.class)
                  .list())
          .containsExactly(ID);
    } finally {
      jdbc.sql("delete from state_change where unit = ?").param(UNIT).update();
    }
  }
}
