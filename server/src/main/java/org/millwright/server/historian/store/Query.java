// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.Resolution;
import org.millwright.server.historian.Trend;
import org.millwright.server.historian.Trends.Sample;

/** Answers trend queries: picks the resolution, reads, puts the points together. */
final class Query {

  /**
   * Minutes are used when they give at least a quarter of the points asked for: each carries its
   * envelope, so little is lost, and samples of a second are fifty times as many rows to read.
   */
  private static final long MINUTE_FROM_MILLIS = 15_000;

  private static final long HOUR_FROM_MILLIS = 15 * 60_000L;

  /** How far back a held value is looked for, one after the other: most are found in the first. */
  private static final long[] BACK_MILLIS = {
    60_000L, 3_600_000L, 86_400_000L, 7 * 86_400_000L, 35 * 86_400_000L
  };

  private final Views views;
  private final Reader reader;
  private final Clock clock;

  Query(Views views, Reader reader, Clock clock) {
    this.views = views;
    this.reader = reader;
    this.clock = clock;
  }

  Trend trend(List<Integer> tags, long from, long to, int points) {
    try (Views.Reading reading = views.read()) {
      View view = reading.view();
      Resolution resolution = choose(view.manifest(), from, to, points);
      return new Trend(
          resolution,
          tags.isEmpty() || from >= to
              ? List.of()
              : holding(
                  view,
                  resolution == Resolution.RAW
                      ? raw(view, tags, from, to, points)
                      : steps(view, tags, resolution, from, to),
                  from,
                  Math.max(1, (to - from) / Math.max(1, points))));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Resolution choose(Manifest manifest, long from, long to, int points) {
    long step = (to - from) / Math.max(1, points);
    if (step >= HOUR_FROM_MILLIS || isGone(manifest.floor(Kind.MINUTES), from)) {
      return Resolution.HOUR;
    }
    boolean minutes = step >= MINUTE_FROM_MILLIS || isGone(manifest.floor(Kind.SAMPLES), from);
    return minutes ? Resolution.MINUTE : Resolution.RAW;
  }

  private static boolean isGone(@Nullable LocalDate floor, long from) {
    return floor != null && from < floor.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }

  private List<Trend.Series> raw(View view, List<Integer> tags, long from, long to, int points)
      throws SQLException {
    Map<Integer, Rows> found = reader.samples(view, tags, from, to);
    List<Trend.Series> series = new ArrayList<>();
    for (int tag : tags) {
      Rows rows = found.getOrDefault(tag, new Rows());
      if (rows.size() <= 2L * points) {
        series.add(SeriesOf.samples(tag, rows));
      } else {
        long step = Math.max(1, Math.ceilDiv(to - from, points));
        Parts parts = new Parts();
        parts.add(rows, step);
        series.add(SeriesOf.steps(tag, parts.folded(), step, Math.min(to, clock.millis())));
      }
    }
    return series;
  }

  private List<Trend.Series> steps(
      View view, List<Integer> tags, Resolution resolution, long from, long to)
      throws SQLException {
    long millis = resolution.millis();
    long first = Math.floorDiv(from, millis) * millis;
    long end = Math.ceilDiv(to, millis) * millis;
    Map<Integer, List<Part>> found = reader.steps(view, tags, resolution, first, end);
    List<Trend.Series> series = new ArrayList<>();
    for (int tag : tags) {
      series.add(
          SeriesOf.steps(
              tag, found.getOrDefault(tag, List.of()), millis, Math.min(end, clock.millis())));
    }
    return series;
  }

  /** With the value each tag had when the period began, unless a point shows it. */
  private List<Trend.Series> holding(
      View view, List<Trend.Series> series, long from, long pointMillis) throws SQLException {
    List<Trend.Series> holding = new ArrayList<>();
    for (Trend.Series each : series) {
      boolean begins = each.time().length > 0 && each.time()[0] - from <= pointMillis;
      holding.add(begins ? each : each.holding(lastBefore(view, each.tag(), from)));
    }
    return holding;
  }

  private Trend.@Nullable Held lastBefore(View view, int tag, long from) throws SQLException {
    long until = from;
    for (long back : BACK_MILLIS) {
      long start = from - back;
      Rows rows = reader.samples(view, List.of(tag), start, until).get(tag);
      if (rows != null && rows.size() > 0) {
        int last = rows.size() - 1;
        return Double.isFinite(rows.value(last))
            ? new Trend.Held(rows.time(last), rows.value(last), rows.quality(last))
            : null; // a text, or the mark that nobody knows the value any more
      }
      until = start;
    }
    return null;
  }

  List<Sample> samples(int tag, long from, long to, int limit) {
    try (Views.Reading reading = views.read()) {
      Rows rows =
          reader.samples(reading.view(), List.of(tag), from, to).getOrDefault(tag, new Rows());
      List<Sample> samples = new ArrayList<>();
      for (int row = 0; row < Math.min(rows.size(), limit); row++) {
        samples.add(
            new Sample(
                rows.time(row),
                rows.arrival(row),
                rows.value(row),
                rows.text(row),
                Quality.of(rows.quality(row))));
      }
      return samples;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
