// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.quality;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.quality.monitor.TagModel;
import org.millwright.quality.monitor.TagStream;
import org.millwright.quality.table.Table;

/** The single-tag detector on the two labelled series of the Numenta Anomaly Benchmark. */
final class TagSection {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** The slow level's weight and the margin over the reference, the same for both series. */
  private static final double SLOW = 0.001;

  private static final double MARGIN = 1.2;

  /** Alarms nearer than this are one episode. */
  private static final Duration GAP = Duration.ofHours(12);

  private TagSection() {}

  /** A labelled stretch in which a failure lies. */
  private record Window(LocalDateTime from, LocalDateTime to) {

    static Window of(String from, String to) {
      return new Window(LocalDateTime.parse(from, TIME), LocalDateTime.parse(to, TIME));
    }

    boolean holds(LocalDateTime time) {
      return !time.isBefore(from) && !time.isAfter(to);
    }
  }

  /** A series with the reference an engineer would mark: before the first label. */
  private record Series(String file, LocalDateTime referenceEnd, List<Window> windows) {}

  private static final List<Series> SERIES =
      List.of(
          new Series(
              "machine_temperature_system_failure.csv",
              LocalDateTime.parse("2013-12-10 00:00:00", TIME),
              List.of(
                  Window.of("2013-12-10 06:25:00", "2013-12-12 05:35:00"),
                  Window.of("2013-12-15 17:50:00", "2013-12-17 17:00:00"),
                  Window.of("2014-01-27 14:20:00", "2014-01-29 13:30:00"),
                  Window.of("2014-02-07 14:55:00", "2014-02-09 14:05:00"))),
          new Series(
              "ambient_temperature_system_failure.csv",
              LocalDateTime.parse("2013-10-05 00:00:00", TIME),
              List.of(
                  Window.of("2013-12-15 07:00:00", "2013-12-30 09:00:00"),
                  Window.of("2014-03-29 15:00:00", "2014-04-20 22:00:00"))));

  static String run(Path data) {
    StringBuilder text = new StringBuilder();
    for (Series series : SERIES) {
      Path file = data.resolve("nab").resolve(series.file());
      text.append(
          Files.exists(file)
              ? judge(series, Data.table(file))
              : series.file() + " is not in the data folder, so it was not measured.\n");
    }
    return text
        + "The label of a window lies at its middle: \"ahead\" is how long before it the first"
        + " alarm came. Slow level weight 0.001, margin 1.2, fast weights 1, 0.1 and 0.02 for"
        + " both; alarms within 12 hours are one episode.\n";
  }

  private static String judge(Series series, Table table) {
    List<LocalDateTime> times =
        table.texts(0).stream().map(text -> LocalDateTime.parse(text, TIME)).toList();
    double[] values = Data.done(table.numbers(1, true));
    int end = 0;
    while (times.get(end).isBefore(series.referenceEnd())) {
      end++;
    }
    TagModel model =
        Data.done(TagModel.learn(Arrays.copyOf(values, end), TagModel.FAST, SLOW, MARGIN));
    List<LocalDateTime> alarms = new ArrayList<>();
    TagStream stream = model.stream();
    for (int t = end; t < values.length; t++) {
      if (stream.accept(values[t]) > 1) {
        alarms.add(times.get(t));
      }
    }
    return report(series, alarms, times.size() - end);
  }

  private static String report(Series series, List<LocalDateTime> alarms, int judged) {
    Markdown table = new Markdown(series.file(), "first alarm", "ahead of the label");
    for (Window window : series.windows()) {
      LocalDateTime first = alarms.stream().filter(window::holds).findFirst().orElse(null);
      LocalDateTime label =
          window.from().plus(Duration.between(window.from(), window.to()).dividedBy(2));
      table.row(
          window.from() + " to " + window.to(),
          first == null ? "not found" : first.toString(),
          first == null
              ? "–"
              : Markdown.number(Duration.between(first, label).toMinutes() / 60.0, 1) + " h");
    }
    long outside =
        alarms.stream().filter(t -> series.windows().stream().noneMatch(w -> w.holds(t))).count();
    return table.end()
        + "False alarms: "
        + outside
        + " of "
        + judged
        + " samples ("
        + Markdown.number(100.0 * outside / judged, 2)
        + " %), in "
        + falseEpisodes(series, alarms)
        + " episodes.\n\n";
  }

  private static int falseEpisodes(Series series, List<LocalDateTime> alarms) {
    int episodes = 0;
    boolean touches = true;
    LocalDateTime last = null;
    for (LocalDateTime time : alarms) {
      boolean same = last != null && Duration.between(last, time).compareTo(GAP) <= 0;
      episodes += !same && !touches ? 1 : 0;
      touches = (same && touches) || series.windows().stream().anyMatch(w -> w.holds(time));
      last = time;
    }
    return episodes + (touches ? 0 : 1);
  }
}
