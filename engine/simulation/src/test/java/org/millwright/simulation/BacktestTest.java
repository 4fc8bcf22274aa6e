// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.millwright.simulation.backtest.Backtest;
import org.millwright.simulation.backtest.BacktestReport;
import org.millwright.simulation.backtest.StopRecord;
import org.millwright.simulation.distribution.Exponential;
import org.millwright.simulation.distribution.Sampler;
import org.millwright.simulation.random.RandomStreams;

class BacktestTest {

  /** A made-up line: runs of ten minutes and stops of five on the average, eight hours a day. */
  private static StopRecord record(int days) {
    StringBuilder stops = new StringBuilder("date,downtime_start_time,downtime_end_time\n");
    StringBuilder hours = new StringBuilder("date,hour_start,monitored_time_h,operation_time_h\n");
    RandomStreams streams = new RandomStreams(11, 0);
    Sampler run = new Exponential(600).sampler(streams.stream("line", "run"));
    Sampler stop = new Exponential(300).sampler(streams.stream("line", "stop"));
    for (int day = 0; day < days; day++) {
      LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
      double[] stopped = new double[8];
      double now = run.next();
      while (now < 8 * 3600 - 1) {
        double end = Math.min(now + stop.next(), 8 * 3600 - 1);
        stops.append("%s,%s,%s%n".formatted(date, clock(now), clock(end)));
        for (int hour = 0; hour < 8; hour++) {
          stopped[hour] +=
              Math.max(0, Math.min(end, (hour + 1) * 3600) - Math.max(now, hour * 3600));
        }
        now = end + run.next();
      }
      for (int hour = 0; hour < 8; hour++) {
        hours.append("%s,%d,1,%s%n".formatted(date, hour + 6, 1 - stopped[hour] / 3600));
      }
    }
    return StopRecord.read(stops.toString(), hours.toString());
  }

  private static LocalTime clock(double seconds) {
    return LocalTime.of(6, 0).plusNanos((long) (seconds * 1e9));
  }

  @Test
  void bandsHoldTheShareOfHoursTheyPromise() {
    LocalDate first = LocalDate.of(2026, 1, 1);
    StopRecord record = record(60);
    Backtest test = Backtest.of(record, first, first.plusDays(30), first.plusDays(60), 1);

    assertThat(record.faults()).isEmpty();
    assertThat(test.rows()).hasSize(240);
    assertThat(test.coverage50()).isBetween(0.4, 0.62);
    assertThat(test.coverage90()).isBetween(0.84, 0.96);
    assertThat(test.predictedMean()).isBetween(0.62, 0.71);
    assertThat(BacktestReport.html(test)).contains("90 %").contains("<svg").endsWith("</html>\n");
  }

  @Test
  void leavesOutRowsThatContradictThemselvesAndNamesThem() {
    StopRecord record =
        StopRecord.read(
            """
            date,downtime_start_time,downtime_end_time
            2026-01-01,10:00:00,09:00:00
            2026-01-01,11:00:00,11:30:00
            2026-01-01,11:10:00,11:40:00
            someday,11:10:00,11:40:00
            """,
            "date,hour_start,monitored_time_h,operation_time_h\n2026-01-01,11,1,0.5\n");

    assertThat(record.faults())
        .extracting(fault -> fault.code())
        .containsExactlyInAnyOrder(
            "SIM-HISTORY-NEGATIVE", "SIM-HISTORY-OVERLAP", "SIM-HISTORY-TIME");
  }
}
