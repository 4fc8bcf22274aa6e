// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.millwright.server.csv.CsvReader;
import org.millwright.server.csv.CsvReading;
import org.millwright.server.csv.CsvRow;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes in the people of the crews from a file when no crew is known yet, so that an installation
 * can be prepared as files.
 */
@Component
class CrewsWhenEmpty implements InitializingBean {

  private static final String ACTOR = "system";

  private final ShiftCalendars calendars;
  private final ShiftRecords records;
  private final String file;

  CrewsWhenEmpty(
      ShiftCalendars calendars,
      ShiftRecords records,
      @Value("${millwright.shifts.crews-when-empty:}") String file) {
    this.calendars = calendars;
    this.records = records;
    this.file = file;
  }

  @Override
  public void afterPropertiesSet() {
    if (file.isEmpty() || !Files.exists(Path.of(file)) || !records.crews().isEmpty()) {
      return;
    }
    List<Crew> crews = read(Path.of(file)).stream().map(CrewsWhenEmpty::crew).toList();
    calendars.change(
        ACTOR, "shifts.crews", file, crews.size() + " crews", to -> crews.forEach(to::save));
  }

  private static List<CsvRow> read(Path file) {
    try {
      return switch (CsvReader.read(Files.readAllBytes(file), Set.of("node", "crew", "members"))) {
        case CsvReading.Read read -> read.table().rows();
        case CsvReading.Refused refused ->
            throw new IllegalStateException(file + ": " + refused.refusals().getFirst());
      };
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Crew crew(CsvRow row) {
    String[] members = row.text("members").split("\\s*;\\s*", -1);
    return new Crew(
        UUID.randomUUID().toString(), row.text("node"), row.text("crew"), List.of(members));
  }
}
