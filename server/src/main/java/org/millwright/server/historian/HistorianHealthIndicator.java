// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while samples cannot be sealed. */
@Component
class HistorianHealthIndicator implements HealthIndicator {

  private final History history;

  HistorianHealthIndicator(History history) {
    this.history = history;
  }

  @Override
  public Health health() {
    HistorianStatus status = history.status();
    return status.failure() == null
        ? Health.up().build()
        : Health.down().withDetail("refusal", status.failure()).build();
  }
}
