// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@link Trends#query}: one series for each tag asked for, in that order, at one
 * resolution.
 */
public record Trend(Resolution resolution, List<Series> series) {

  public Trend {
    series = List.copyOf(series);
  }

  /**
   * Points of one tag in columns, in order of time. At {@link Resolution#RAW} each point is a
   * sample or, where there are more samples than points asked for, the envelope of a stretch of
   * them.
   *
   * @param tag number of the tag
   * @param time start of each point's stretch, epoch milliseconds
   * @param value time-weighted mean (a value holds until the next sample), or the sample itself;
   *     NaN when none
   * @param min smallest value in the stretch
   * @param max largest value in the stretch
   * @param last last value in the stretch
   * @param count samples in the stretch
   * @param quality worst {@link Quality#code()} in the stretch
   * @param held the sample before the period, whose value holds into it; null when there is none,
   *     when it has no value, or when the series begins with the period
   */
  @SuppressWarnings("ArrayRecordComponent") // columns, built once and only serialised
  public record Series(
      int tag,
      long[] time,
      double[] value,
      double[] min,
      double[] max,
      double[] last,
      long[] count,
      byte[] quality,
      @Nullable Held held) {

    /** The same with the value that holds from before. */
    public Series holding(@Nullable Held before) {
      return new Series(tag, time, value, min, max, last, count, quality, before);
    }
  }

  /**
   * A sample that lies before a period and holds into it.
   *
   * @param time when it was measured, epoch milliseconds
   */
  public record Held(long time, double value, byte quality) {}
}
