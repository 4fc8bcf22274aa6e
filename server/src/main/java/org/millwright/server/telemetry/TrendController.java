// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.Tag;
import org.millwright.server.historian.Tags;
import org.millwright.server.historian.Trend;
import org.millwright.server.historian.Trends;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.identity.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trends and samples: in columns for the screens, in rows (JSON or CSV) for Grafana and others. */
@RestController
class TrendController {

  private static final int MOST_TAGS = 50;
  private static final int MOST_POINTS = 20_000;
  private static final int MOST_SAMPLES = 1_000_000;
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

  /**
   * A tag's points in columns. Where the value of a sample before the period holds into it, the
   * first point lies at the period's start and {@code heldSince} is when that sample was measured.
   */
  @SuppressWarnings("ArrayRecordComponent") // columns, only serialised
  record SeriesView(
      int tag,
      String name,
      String unit,
      long[] time,
      @Nullable Double[] value,
      @Nullable Double[] min,
      @Nullable Double[] max,
      List<Quality> quality,
      @Nullable Long heldSince) {}

  record TrendView(String resolution, List<SeriesView> series) {}

  record Row(
      Instant time,
      int tag,
      String name,
      String unit,
      @Nullable Double value,
      @Nullable Double min,
      @Nullable Double max,
      Quality quality) {}

  record SampleRow(
      Instant time,
      Instant arrival,
      @Nullable Double value,
      @Nullable String text,
      Quality quality) {}

  private final Trends trends;
  private final Tags tags;
  private final UnitTags units;

  TrendController(Trends trends, Tags tags, UnitTags units) {
    this.trends = trends;
    this.tags = tags;
    this.units = units;
  }

  /**
   * Trends of some tags.
   *
   * @param format {@code columns} (default), {@code rows} (JSON rows, as Grafana's Infinity data
   *     source takes them) or {@code csv}
   */
  @GetMapping("/api/trends")
  @Requires(Permission.VIEW)
  ResponseEntity<Object> trends(
      @RequestParam List<Integer> tags,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(defaultValue = "1200") int points,
      @RequestParam(defaultValue = "columns") String format) {
    if (tags.size() > MOST_TAGS) {
      throw refused(
          "HISTORIAN-TAGS",
          "tags",
          tags.size() + " tags are more than " + MOST_TAGS + ".",
          "ask in parts.");
    }
    List<Tag> wanted = tags.stream().map(this::allowed).toList();
    Period period = Period.of(from, to);
    Trend trend =
        trends.query(tags, period.from(), period.to(), Math.clamp(points, 1, MOST_POINTS));
    return switch (format) {
      case "columns" -> ResponseEntity.ok(columns(trend, wanted, period.from()));
      case "rows" -> ResponseEntity.ok(rows(trend, wanted));
      case "csv" -> ResponseEntity.ok().contentType(CSV).body(csv(rows(trend, wanted)));
      default -> throw unknownFormat(format);
    };
  }

  /** Stored samples of one tag, as they came. */
  @GetMapping("/api/samples")
  @Requires(Permission.VIEW)
  ResponseEntity<Object> samples(
      @RequestParam int tag,
      @RequestParam String from,
      @RequestParam String to,
      @RequestParam(defaultValue = "10000") int limit,
      @RequestParam(defaultValue = "rows") String format) {
    allowed(tag);
    Period period = Period.of(from, to);
    List<SampleRow> rows =
        trends.samples(tag, period.from(), period.to(), Math.clamp(limit, 1, MOST_SAMPLES)).stream()
            .map(sample ->
                new SampleRow(
                    Instant.ofEpochMilli(sample.time()),
                    Instant.ofEpochMilli(sample.arrival()),
                    finite(sample.value()),
                    sample.text(),
                    sample.quality()))
            .toList();
    return switch (format) {
      case "rows" -> ResponseEntity.ok(rows);
      case "csv" -> ResponseEntity.ok().contentType(CSV).body(sampleCsv(rows));
      default -> throw unknownFormat(format);
    };
  }

  private Tag allowed(int number) {
    Tag tag =
        tags.tag(number)
            .orElseThrow(() ->
                new RefusalException(
                    HttpStatus.NOT_FOUND,
                    new Refusal(
                        "HISTORIAN-TAG",
                        "tags",
                        "There is no tag " + number + ".",
                        "look it up in /api/tags.")));
    CurrentUser.get().require(Permission.VIEW, units.place(List.of(tag)).getFirst().unit());
    return tag;
  }

  private static RefusalException unknownFormat(String format) {
    return refused(
        "HISTORIAN-FORMAT",
        "format",
        "\"" + format + "\" is no format.",
        "use columns, rows or csv.");
  }

  private static RefusalException refused(String code, String place, String message, String maybe) {
    return new RefusalException(
        HttpStatus.UNPROCESSABLE_CONTENT, new Refusal(code, place, message, maybe));
  }

  private static TrendView columns(Trend trend, List<Tag> tags, long from) {
    List<SeriesView> series = new ArrayList<>();
    for (int i = 0; i < trend.series().size(); i++) {
      Trend.Series each = fromStart(trend.series().get(i), from);
      Tag tag = tags.get(i);
      series.add(
          new SeriesView(
              tag.number(),
              tag.address().toString(),
              tag.unit(),
              each.time(),
              finite(each.value()),
              finite(each.min()),
              finite(each.max()),
              qualities(each.quality()),
              each.held() == null ? null : each.held().time()));
    }
    return new TrendView(trend.resolution().label(), series);
  }

  /** With the held value as the first point. */
  private static Trend.Series fromStart(Trend.Series series, long from) {
    Trend.Held held = series.held();
    if (held == null) {
      return series;
    }
    int size = series.time().length;
    long[] time = new long[size + 1];
    long[] count = new long[size + 1];
    byte[] quality = new byte[size + 1];
    System.arraycopy(series.time(), 0, time, 1, size);
    System.arraycopy(series.count(), 0, count, 1, size);
    System.arraycopy(series.quality(), 0, quality, 1, size);
    time[0] = from;
    quality[0] = held.quality();
    return new Trend.Series(
        series.tag(),
        time,
        after(held.value(), series.value()),
        after(held.value(), series.min()),
        after(held.value(), series.max()),
        after(held.value(), series.last()),
        count,
        quality,
        held);
  }

  private static double[] after(double first, double[] rest) {
    double[] all = new double[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }

  private static List<Row> rows(Trend trend, List<Tag> tags) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < trend.series().size(); i++) {
      Trend.Series each = trend.series().get(i);
      Tag tag = tags.get(i);
      for (int at = 0; at < each.time().length; at++) {
        rows.add(
            new Row(
                Instant.ofEpochMilli(each.time()[at]),
                tag.number(),
                tag.address().toString(),
                tag.unit(),
                finite(each.value()[at]),
                finite(each.min()[at]),
                finite(each.max()[at]),
                Quality.of(each.quality()[at])));
      }
    }
    return rows;
  }

  private static List<Quality> qualities(byte[] codes) {
    List<Quality> qualities = new ArrayList<>(codes.length);
    for (byte code : codes) {
      qualities.add(Quality.of(code));
    }
    return qualities;
  }

  /** JSON has no NaN: null. */
  private static @Nullable Double[] finite(double[] values) {
    @Nullable Double[] finite = new @Nullable Double[values.length];
    for (int i = 0; i < values.length; i++) {
      finite[i] = finite(values[i]);
    }
    return finite;
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static String csv(List<Row> rows) {
    StringBuilder csv = new StringBuilder("time,tag,name,unit,value,min,max,quality\n");
    for (Row row : rows) {
      csv.append(row.time())
          .append(',')
          .append(row.tag())
          .append(',')
          .append(quoted(row.name()))
          .append(',');
      csv.append(quoted(row.unit()))
          .append(',')
          .append(blank(row.value()))
          .append(',')
          .append(blank(row.min()));
      csv.append(',').append(blank(row.max())).append(',').append(row.quality()).append('\n');
    }
    return csv.toString();
  }

  private static String sampleCsv(List<SampleRow> rows) {
    StringBuilder csv = new StringBuilder("time,arrival,value,text,quality\n");
    for (SampleRow row : rows) {
      csv.append(row.time())
          .append(',')
          .append(row.arrival())
          .append(',')
          .append(blank(row.value()))
          .append(',');
      csv.append(quoted(row.text() == null ? "" : row.text()))
          .append(',')
          .append(row.quality())
          .append('\n');
    }
    return csv.toString();
  }

  private static String blank(@Nullable Double value) {
    return value == null ? "" : value.toString();
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
