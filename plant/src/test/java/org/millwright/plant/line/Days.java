// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import java.time.Instant;
import java.time.ZoneId;
import org.millwright.plant.archetype.Archetype;
import org.millwright.plant.archetype.Archetypes;
import org.millwright.plant.process.ProcessModels;

/** Lines at the beginning of a fixed day. */
final class Days {

  static final Archetypes ARCHETYPES = Archetypes.load();
  static final Instant MIDNIGHT = Instant.parse("2026-03-02T16:00:00Z");
  static final Shifts SHIFTS = new Shifts(ZoneId.of("Asia/Shanghai"));

  private Days() {}

  static Line line(String archetype, long seed, LineListener listener) {
    return line(ARCHETYPES.find(archetype).orElseThrow(), seed, listener);
  }

  static Line line(Archetype archetype, long seed, LineListener listener) {
    return new Line(
        archetype, archetype.id(), seed, MIDNIGHT, SHIFTS, ProcessModels::create, listener);
  }

  static void run(Line line, double hours) {
    line.advanceTo(line.now().plusSeconds(Math.round(hours * 3600)));
  }
}
