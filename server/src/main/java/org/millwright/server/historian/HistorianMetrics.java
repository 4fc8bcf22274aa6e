// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The historian's totals for monitoring. */
@Component
class HistorianMetrics implements MeterBinder {

  private final History history;

  HistorianMetrics(History history) {
    this.history = history;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    counter(registry, "received", HistorianStatus::received);
    counter(registry, "stored", HistorianStatus::stored);
    counter(registry, "duplicate", HistorianStatus::duplicate);
    counter(registry, "late", HistorianStatus::late);
    Gauge.builder("millwright.historian.open", history, h -> h.status().openRows())
        .register(registry);
    Gauge.builder("millwright.historian.waiting", history, h -> h.status().waiting())
        .register(registry);
    Gauge.builder("millwright.historian.failed", history, h -> h.status().failure() == null ? 0 : 1)
        .register(registry);
  }

  private void counter(
      MeterRegistry registry, String name, ToDoubleFunction<HistorianStatus> figure) {
    FunctionCounter.builder(
            "millwright.historian." + name, history, h -> figure.applyAsDouble(h.status()))
        .baseUnit("samples")
        .register(registry);
  }
}
