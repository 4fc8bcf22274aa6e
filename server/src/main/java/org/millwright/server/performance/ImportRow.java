// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;
import org.millwright.model.Refusal;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.csv.CsvCells;
import org.millwright.server.csv.CsvRow;

/** Reads one row; what cannot be read becomes a refusal and reading goes on. */
final class ImportRow {

  private static final double MOST_HOURS = 24;
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("yyyy/M/d"),
          DateTimeFormatter.ofPattern("yyyy年M月d日"),
          DateTimeFormatter.ofPattern("d.M.yyyy"));

  private final ImportKind kind;
  private final CsvRow row;
  private final CsvCells cells;
  private final ImportColumns columns;
  private final ZoneId zone;
  private final List<Refusal> refusals;

  ImportRow(
      ImportKind kind, CsvRow row, ImportColumns columns, ZoneId zone, List<Refusal> refusals) {
    this.kind = kind;
    this.row = row;
    this.cells = new CsvCells(row, refusals);
    this.columns = columns;
    this.zone = zone;
    this.refusals = refusals;
  }

  /** The row; empty when it was refused. */
  Optional<ImportedRow> read(String unitOtherwise) {
    int before = refusals.size();
    LocalDate date = date();
    Instant from = moment("from", date);
    Duration monitored = hours("monitored_h");
    Instant to = end(from, date, monitored);
    WorkUnitState state = state();
    long total = count("total");
    long scrap = count("scrap");
    long rework = count("rework");
    String product = text("product");
    if (refusals.size() > before || from == null || to == null) {
      return Optional.empty();
    }
    if (!from.isBefore(to)) {
      cells.refuse(
          "IMPORT-PERIOD", columns.of("to"), "The end is not after the start.", "swap them.");
      return Optional.empty();
    }
    String unit = text("unit").isEmpty() ? unitOtherwise : text("unit");
    return Optional.of(
        new ImportedRow(
            kind,
            unit,
            Objects.requireNonNullElseGet(date, () -> from.atZone(zone).toLocalDate()),
            new Period(from, to),
            monitored.toMillis(),
            hours("running_h").toMillis(),
            hours("stopped_h").toMillis(),
            state,
            text("reason"),
            product,
            total,
            total - scrap - rework,
            scrap,
            rework,
            text("shift"),
            text("crew"),
            row.line()));
  }

  private String text(String information) {
    return row.text(columns.of(information));
  }

  private @Nullable LocalDate date() {
    String text = text("date");
    if (text.isEmpty()) {
      return null;
    }
    for (DateTimeFormatter format : DATES) {
      try {
        return LocalDate.parse(text, format);
      } catch (DateTimeException next) {
        // The next format may fit.
      }
    }
    cells.refuse(
        "IMPORT-DATE", columns.of("date"), "\"" + text + "\" is no date.", "write 2026-03-02.");
    return null;
  }

  /** An instant, a local date and time, or a time of the row's date. */
  private @Nullable Instant moment(String information, @Nullable LocalDate date) {
    String text = cells.required(columns.of(information));
    if (text.isEmpty()) {
      return null;
    }
    String iso = text.replace(' ', 'T').replace('/', '-');
    try {
      if (text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d")) {
        return OffsetDateTime.parse(iso).toInstant();
      }
      if (iso.contains("T")) {
        return LocalDateTime.parse(iso).atZone(zone).toInstant();
      }
      if (date != null) {
        LocalTime time =
            text.matches("\\d{1,2}")
                ? LocalTime.of(Integer.parseInt(text) % 24, 0)
                : LocalTime.parse(text.length() == 4 ? "0" + text : text);
        LocalDate day = text.equals("24") ? date.plusDays(1) : date;
        return day.atTime(time).atZone(zone).toInstant();
      }
    } catch (DateTimeException unreadable) {
      // Said below.
    }
    cells.refuse(
        "IMPORT-TIME",
        columns.of(information),
        "\"" + text + "\" is no time.",
        "write 2026-03-02 08:15:00, or 08:15:00 beside a column with the date.");
    return null;
  }

  private @Nullable Instant end(
      @Nullable Instant from, @Nullable LocalDate date, Duration monitored) {
    if (kind == ImportKind.DAYS && from != null && monitored.isPositive()) {
      // A day row's own sum says how long it was watched; its end may say otherwise.
      return from.plusMillis(monitored.toMillis());
    }
    Instant to = moment("to", date);
    boolean bareTime = !text("to").contains("-") && !text("to").contains("/");
    return from != null && to != null && bareTime && !from.isBefore(to)
        ? to.plus(Duration.ofDays(1))
        : to;
  }

  private WorkUnitState state() {
    return text("state").isEmpty()
        ? WorkUnitState.UNCLASSIFIED
        : cells.choice(columns.of("state"), WorkUnitState.class, WorkUnitState.UNCLASSIFIED);
  }

  private Duration hours(String information) {
    double hours = cells.number(columns.of(information), 0, MOST_HOURS, 0);
    return Duration.ofMillis(Math.round(hours * 3_600_000));
  }

  private long count(String information) {
    return Math.round(cells.number(columns.of(information), -1e12, 1e12, 0));
  }
}
