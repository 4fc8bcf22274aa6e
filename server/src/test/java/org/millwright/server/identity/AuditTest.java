// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millwright.server.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

@PlatformTest
@Tag("records")
@DirtiesContext // leaves a forged line behind
class AuditTest {

  @Autowired private Audit audit;
  @Autowired private JdbcClient jdbc;

  @Test
  void aLineChangedBehindTheProgramsBackIsFound() {
    audit.recordAs("wang", "test.first", "a", "");
    audit.recordAs("wang", "test.second", "b", "步进梁");
    audit.recordAs("wang", "test.third", "c", "");
    assertThat(audit.firstBrokenLine()).isZero();
    long forged = audit.lines(Long.MAX_VALUE, "test.second", 1).getFirst().id();

    jdbc.sql("update audit set subject = 'x' where id = ?").param(forged).update();

    assertThat(audit.firstBrokenLine()).isEqualTo(forged);
  }
}
