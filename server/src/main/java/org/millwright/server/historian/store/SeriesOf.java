// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.util.List;
import org.millwright.server.historian.Trend;

/** Makes the series of an answer. */
final class SeriesOf {

  private SeriesOf() {}

  /** A point for each sample. */
  static Trend.Series samples(int tag, Rows rows) {
    Columns columns = new Columns(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      double value = rows.value(row);
      columns.add(
          rows.time(row),
          value,
          value,
          value,
          value,
          Double.isFinite(value) ? 1 : 0,
          rows.quality(row));
    }
    return columns.series(tag);
  }

  /**
   * A point for each step.
   *
   * @param parts one a step, in order
   * @param stepMillis length of a step
   * @param end a value holds no longer than to here (the end of the question or now), epoch
   *     milliseconds
   */
  static Trend.Series steps(int tag, List<Part> parts, long stepMillis, long end) {
    Columns columns = new Columns(parts.size());
    double held = Double.NaN;
    for (Part part : parts) {
      columns.add(
          part.step(),
          mean(part, held, stepMillis, end),
          part.min(),
          part.max(),
          part.last(),
          part.count(),
          part.quality());
      held = part.last();
    }
    return columns.series(tag);
  }

  /**
   * Time-weighted mean over a step into which {@code held} holds from the step before, NaN when
   * none does.
   */
  private static double mean(Part part, double held, long stepMillis, long end) {
    double before = Double.isNaN(held) ? 0 : part.firstTime() - part.step();
    double after =
        Double.isNaN(part.last())
            ? 0
            : Math.max(0, Math.min(part.step() + stepMillis, end) - part.lastTime());
    double covered = before + part.covered() + after;
    if (covered == 0) {
      return part.count() == 0 ? Double.NaN : part.sum() / part.count();
    }
    double integral =
        (before == 0 ? 0 : held * before)
            + part.integral()
            + (after == 0 ? 0 : part.last() * after);
    return integral / covered;
  }

  private static final class Columns {
    private int size;
    private final long[] time;
    private final double[] value;
    private final double[] min;
    private final double[] max;
    private final double[] last;
    private final long[] count;
    private final byte[] quality;

    Columns(int capacity) {
      time = new long[capacity];
      value = new double[capacity];
      min = new double[capacity];
      max = new double[capacity];
      last = new double[capacity];
      count = new long[capacity];
      quality = new byte[capacity];
    }

    void add(
        long time, double value, double min, double max, double last, long count, byte quality) {
      this.time[size] = time;
      this.value[size] = value;
      this.min[size] = min;
      this.max[size] = max;
      this.last[size] = last;
      this.count[size] = count;
      this.quality[size] = quality;
      size++;
    }

    Trend.Series series(int tag) {
      return new Trend.Series(tag, time, value, min, max, last, count, quality, null);
    }
  }
}
