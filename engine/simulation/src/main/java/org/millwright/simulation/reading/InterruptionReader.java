// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millwright.simulation.model.Interruption;
import org.millwright.simulation.model.Interruption.Clock;
import org.millwright.simulation.model.Interruption.CrewNeed;
import org.millwright.simulation.model.Interruption.JobRule;
import org.millwright.simulation.model.Interruption.Kind;
import org.millwright.simulation.model.Interruption.Onset;

/** Reads the breakdowns and the planned maintenance of an element. */
final class InterruptionReader {

  private InterruptionReader() {}

  static List<Interruption> all(Cursor at) {
    List<Interruption> list = new ArrayList<>();
    int number = 1;
    for (Cursor entry : at.children("breakdowns")) {
      if (entry.isObject()) {
        list.add(breakdown(entry, "breakdown-" + number++));
      }
    }
    number = 1;
    for (Cursor entry : at.children("maintenance")) {
      if (entry.isObject()) {
        list.add(maintenance(entry, "maintenance-" + number++));
      }
    }
    return list;
  }

  private static Interruption breakdown(Cursor at, String id) {
    Kind kind = at.flag("minor", false) ? Kind.MINOR_STOP : Kind.BREAKDOWN;
    Interruption read =
        new Interruption(
            at.text("id", id),
            kind,
            at.choice("clock", Clock.OPERATING),
            at.choice("onset", Onset.IMMEDIATE),
            DistributionReader.duration(at, "timeToFailure"),
            DistributionReader.duration(at, "timeToRepair"),
            at.choice("job", JobRule.RESUME),
            at.number("window", 0, Range.NOT_NEGATIVE),
            crew(at));
    at.refuseUnknown();
    return read;
  }

  private static Interruption maintenance(Cursor at, String id) {
    Interruption read =
        new Interruption(
            at.text("id", id),
            Kind.MAINTENANCE,
            at.choice("clock", Clock.CALENDAR),
            at.choice("onset", Onset.FORCED),
            DistributionReader.duration(at, "every"),
            DistributionReader.duration(at, "duration"),
            at.choice("job", JobRule.RESUME),
            at.number("window", 0, Range.NOT_NEGATIVE),
            crew(at));
    at.refuseUnknown();
    return read;
  }

  private static Optional<CrewNeed> crew(Cursor at) {
    return at.child("crew")
        .map(entry -> {
          if (entry.value().isString()) {
            return new CrewNeed(entry.value().stringValue(), 1, 0);
          }
          CrewNeed need =
              new CrewNeed(
                  entry.text("pool"),
                  entry.count("count", 1, Range.FROM_ONE),
                  entry.count("priority", 0, Range.ANY));
          entry.refuseUnknown();
          return need;
        });
  }
}
