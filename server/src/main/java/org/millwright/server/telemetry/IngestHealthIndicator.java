// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The ingest for monitoring: down while messages cannot be taken or processed, and its totals. */
@Component
class IngestHealthIndicator implements HealthIndicator, MeterBinder {

  private final IngestHealth health;
  private final IngestTotals totals;
  private final BoundedIngest queue;

  IngestHealthIndicator(IngestHealth health, IngestTotals totals, BoundedIngest queue) {
    this.health = health;
    this.totals = totals;
    this.queue = queue;
  }

  @Override
  public Health health() {
    var refusals = health.report().refusals();
    return refusals.isEmpty()
        ? Health.up().build()
        : Health.down().withDetail("refusals", refusals).build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    count(registry, "offered", totals.offered);
    count(registry, "taken", totals.taken);
    count(registry, "full", totals.full);
    count(registry, "handled", totals.handled);
    count(registry, "unborn", totals.unborn);
    count(registry, "refused", totals.refused);
    count(registry, "broken", totals.broken);
    count(registry, "values", totals.values);
    count(registry, "values.refused", totals.refusedValues);
    Gauge.builder("millwright.ingest.queue", queue, BoundedIngest::size).register(registry);
    Gauge.builder("millwright.ingest.waiting", queue, BoundedIngest::waiting).register(registry);
  }

  private static void count(MeterRegistry registry, String name, LongAdder total) {
    FunctionCounter.builder("millwright.ingest." + name, total, LongAdder::sum).register(registry);
  }
}
