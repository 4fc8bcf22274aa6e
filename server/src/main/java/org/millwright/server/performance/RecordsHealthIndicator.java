// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import org.millwright.model.Refusal;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while what machines do cannot be stored. */
@Component
class RecordsHealthIndicator implements HealthIndicator {

  private static final Refusal WAITING =
      new Refusal(
          "PERFORMANCE-WAITING",
          "",
          "State changes and counts cannot be stored and wait in memory.",
          "bring the records database back; what waits is stored then.");

  private final RecordWriter writer;

  RecordsHealthIndicator(RecordWriter writer) {
    this.writer = writer;
  }

  @Override
  public Health health() {
    return writer.isFailing()
        ? Health.down().withDetail("refusal", WAITING).build()
        : Health.up().build();
  }
}
