// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.load;

import java.util.List;
import org.millwright.sparkplug.PayloadWriter;

/** One device of a load node: its values, and one patched message per group of metrics. */
final class LoadDevice {

  private static final int EXECUTE = 6;
  private static final int HELD = 11;

  private final List<FrameLayout> layouts;
  private final byte[][] frames;
  private final long[] bits;
  private final int firstAlias;
  private long random;
  private int nextFrame;

  LoadDevice(List<FrameLayout> layouts, int metrics, int firstAlias, long seed, int phase) {
    this.layouts = layouts;
    this.firstAlias = firstAlias;
    random = seed * 0x9e3779b97f4a7c15L | 1;
    bits = new long[metrics];
    frames = new byte[layouts.size()][];
    for (int i = 0; i < frames.length; i++) {
      FrameLayout layout = layouts.get(i);
      frames[i] = layout.template(firstAlias + layout.firstMetric());
    }
    for (int metric = 0; metric < metrics; metric++) {
      bits[metric] =
          switch (LoadMetric.of(metric)) {
            case STATE -> EXECUTE;
            case COUNT -> 0;
            case REAL -> Double.doubleToRawLongBits(20 + metric);
          };
    }
    nextFrame = phase % frames.length;
  }

  /** How many metrics the next message will have. */
  int nextCount() {
    return layouts.get(nextFrame).count();
  }

  /** Changes the next group of metrics; returns a message of its own. */
  byte[] next(long millis, int seq) {
    FrameLayout layout = layouts.get(nextFrame);
    byte[] frame = frames[nextFrame];
    nextFrame = nextFrame + 1 == frames.length ? 0 : nextFrame + 1;
    layout.stamp(frame, millis, seq);
    for (int place = 0; place < layout.count(); place++) {
      int metric = layout.firstMetric() + place;
      bits[metric] = change(metric, bits[metric]);
      layout.value(frame, place, bits[metric]);
    }
    // The MQTT client sends later, from its own thread.
    return frame.clone();
  }

  private long change(int metric, long before) {
    random ^= random << 13;
    random ^= random >>> 7;
    random ^= random << 17;
    return switch (LoadMetric.of(metric)) {
      case STATE -> before == HELD || (random & 63) != 0 ? EXECUTE : HELD;
      case COUNT -> before + 1 + (random & 3);
      // A walk that stays near where it began, and never sends the same value twice in a row.
      case REAL -> {
        double mean = 20 + metric;
        double step = (random >> 11) * 0x1p-53;
        double value = Double.longBitsToDouble(before);
        yield Double.doubleToRawLongBits(value + 0.05 * (mean - value) + step);
      }
    };
  }

  /** Writes the metrics of its birth. */
  void writeBirth(PayloadWriter writer, long millis) {
    for (int metric = 0; metric < bits.length; metric++) {
      LoadMetric kind = LoadMetric.of(metric);
      PayloadWriter.MetricWriter open =
          writer
              .openMetric()
              .name(LoadMetric.name(metric))
              .alias(firstAlias + metric)
              .timestamp(millis)
              .type(kind.type());
      if (kind == LoadMetric.REAL) {
        open.real(kind.type(), Double.longBitsToDouble(bits[metric])).close();
      } else {
        open.whole(kind.type(), bits[metric]).close();
      }
    }
  }
}
