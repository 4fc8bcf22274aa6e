// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.millwright.plant.archetype.Archetype;
import org.millwright.plant.archetype.Archetypes;
import org.millwright.plant.archetype.MetricSpec;
import org.millwright.plant.line.Line;
import org.millwright.plant.line.LineListener;
import org.millwright.plant.line.Machine;
import org.millwright.plant.line.ProcessValues;
import org.millwright.plant.line.Shifts;

class ProcessRangeTest {

  private static final Archetypes ARCHETYPES = Archetypes.load();

  private static Line line(Archetype archetype) {
    return new Line(
        archetype,
        archetype.id(),
        77,
        Instant.parse("2026-03-02T16:00:00Z"),
        new Shifts(ZoneId.of("Asia/Shanghai")),
        ProcessModels::create,
        LineListener.NONE);
  }

  @Test
  void everyProcessValueStaysWithinItsEngineeringRangeForADay() {
    Set<String> outside = new TreeSet<>();
    for (Archetype archetype : ARCHETYPES.archetypes()) {
      Line line = line(archetype);
      for (int minute = 0; minute < 24 * 60; minute++) {
        line.advanceTo(line.now().plusSeconds(60));
        for (int i = 0; i < line.machines().size(); i++) {
          ProcessValues values = new ProcessValues();
          line.measure(i, values);
          check(line.machines().get(i), values, outside);
        }
      }
    }
    assertThat(outside).isEmpty();
  }

  private static void check(Machine machine, ProcessValues values, Set<String> outside) {
    for (MetricSpec metric : machine.spec().metrics()) {
      if (metric.low() == null || metric.high() == null) {
        continue;
      }
      Object value = values.get(metric.name()).orElseThrow();
      double[] numbers =
          value instanceof double[] several
              ? several
              : new double[] {((Number) value).doubleValue()};
      // A standing machine may show less than its working range: no strip, no rod.
      double low = machine.running() ? metric.low() : Math.min(0, metric.low());
      for (double number : numbers) {
        if (number < low || number > metric.high()) {
          outside.add(machine.spec().id() + " " + metric.name() + " " + Math.round(number));
        }
      }
    }
  }

  @Test
  void theMassFlowThroughAllSevenFinishingStandsIsTheSame() {
    Line line = line(ARCHETYPES.find("hot-strip-mill").orElseThrow());
    ProcessValues values = new ProcessValues();
    line.advanceTo(line.now().plusSeconds(600));
    while (!line.machines().get(2).running()) {
      line.step();
    }
    line.measure(2, values);
    double[] speeds = (double[]) values.get("Process/StandSpeeds").orElseThrow();
    double strip = line.product().parameter("thickness");
    double ratio = Math.pow(38 / strip, 1.0 / 7);

    for (int i = 1; i < speeds.length; i++) {
      assertThat(speeds[i] / speeds[i - 1]).isCloseTo(ratio, offset(0.06));
    }
  }

  @Test
  void piecesBelowTheCriticalCoreTemperatureAreRejected() {
    Line line = line(ARCHETYPES.find("frozen-food-line").orElseThrow());
    Machine fryer = line.machines().get(1);
    long coldTotal = 0;
    long coldReject = 0;
    long hotTotal = 0;
    long hotReject = 0;
    for (int second = 0; second < 4 * 86_400; second++) {
      long total = fryer.total();
      long reject = fryer.tally().reject();
      line.step();
      ProcessValues values = new ProcessValues();
      line.measure(1, values);
      double core = (double) values.get("Process/CoreTemperature").orElseThrow();
      if (core < Fryer.CRITICAL_CELSIUS) {
        coldTotal += fryer.total() - total;
        coldReject += fryer.tally().reject() - reject;
      } else if (core > Fryer.CRITICAL_CELSIUS + 3) {
        hotTotal += fryer.total() - total;
        hotReject += fryer.tally().reject() - reject;
      }
    }

    assertThat(coldTotal).isPositive();
    assertThat((double) coldReject / coldTotal).isGreaterThan(0.3);
    assertThat((double) hotReject / hotTotal).isLessThan(0.02);
  }
}
