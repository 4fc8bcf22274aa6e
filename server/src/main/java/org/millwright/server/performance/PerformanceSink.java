// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.EquipmentCatalog;
import org.millwright.server.telemetry.WorkUnitSink;
import org.springframework.stereotype.Component;

/** Follows work units with the engine's step functions and the rules of their class. */
@Component
class PerformanceSink implements WorkUnitSink {

  private final Equipment equipment;
  private final Books books;
  private final RecordWriter writer;
  private final Reasons reasons;
  private final LiveProperties live;
  private final Clock clock;
  private final Map<String, Long> stored;
  private final long startedAt;
  private final Set<String> opened = ConcurrentHashMap.newKeySet();

  PerformanceSink(
      Equipment equipment,
      Books books,
      RecordWriter writer,
      Reasons reasons,
      PerformanceRecords records,
      LiveProperties live,
      Clock clock) {
    this.equipment = equipment;
    this.books = books;
    this.writer = writer;
    this.reasons = reasons;
    this.live = live;
    this.clock = clock;
    this.stored = records.progress();
    this.startedAt = clock.millis();
  }

  @Override
  public Steps open(String unit, List<String> properties) {
    EquipmentCatalog catalog = equipment.catalog();
    UnitSteps steps =
        new UnitSteps(
            unit,
            UnitTemplate.of(catalog, unit, properties),
            books,
            writer,
            reasons,
            stored.getOrDefault(unit, Long.MIN_VALUE),
            startedAt);
    if (!opened.add(unit)) {
      seed(steps, unit, catalog, properties);
    }
    return steps;
  }

  private void seed(
      UnitSteps steps, String unit, EquipmentCatalog catalog, List<String> properties) {
    catalog
        .node(unit)
        .ifPresent(node -> {
          for (int i = 0; i < properties.size(); i++) {
            int property = i;
            live.last(node, catalog, properties.get(i))
                .ifPresent(last -> steps.seed(property, last.value(), last.text(), clock.millis()));
          }
        });
  }
}
