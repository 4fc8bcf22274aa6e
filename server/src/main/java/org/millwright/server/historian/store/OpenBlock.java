// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Samples not yet sealed, in columns, in order of arrival. One thread adds, any thread reads what
 * was published.
 *
 * <p>Finding one tag is a scan over the tag column: a millisecond for two million rows, which is
 * why there is no index to maintain on the way in.
 */
final class OpenBlock {

  /** Rows a segment; small enough that no array is a humongous object of the garbage collector. */
  private static final int SEGMENT = 1 << 14;

  private static final int MASK = SEGMENT - 1;

  private static final class Segment {
    final int[] tag = new int[SEGMENT];
    final long[] time = new long[SEGMENT];
    final double[] value = new double[SEGMENT];
    final byte[] quality = new byte[SEGMENT];
    final long[] arrival = new long[SEGMENT];
    volatile @Nullable String @Nullable [] text;
  }

  private volatile Segment[] segments = {};
  private volatile int published;
  private int size;
  private long minTime = Long.MAX_VALUE;
  private long maxTime = Long.MIN_VALUE;

  /** Adds a row; readers see it after {@link #publish()}. */
  void add(int tag, long time, double value, @Nullable String text, byte quality, long arrival) {
    int at = size & MASK;
    if (at == 0) {
      Segment[] grown = Arrays.copyOf(segments, segments.length + 1);
      grown[grown.length - 1] = new Segment();
      segments = grown;
    }
    Segment segment = segments[size / SEGMENT];
    segment.tag[at] = tag;
    segment.time[at] = time;
    segment.value[at] = value;
    segment.quality[at] = quality;
    segment.arrival[at] = arrival;
    if (text != null) {
      keepText(segment, at, text);
    }
    minTime = Math.min(minTime, time);
    maxTime = Math.max(maxTime, time);
    size++;
  }

  private static void keepText(Segment segment, int at, String text) {
    @Nullable String[] texts = segment.text;
    if (texts == null) {
      texts = new @Nullable String[SEGMENT];
      segment.text = texts;
    }
    texts[at] = text;
  }

  /** Shows the rows added so far to readers. */
  void publish() {
    published = size;
  }

  /** Rows published. */
  int size() {
    return published;
  }

  /** Smallest time of a row; meaningful once nothing is added any more. */
  long minTime() {
    return minTime;
  }

  /** Largest time of a row; meaningful once nothing is added any more. */
  long maxTime() {
    return maxTime;
  }

  /** Receives rows. */
  interface Visitor {
    void row(int tag, long time, double value, @Nullable String text, byte quality, long arrival);
  }

  /**
   * Hands every published row of the tags marked in {@code wanted} with {@code from <= time < to}
   * to a visitor.
   */
  void visit(TagSet wanted, long from, long to, Visitor visitor) {
    int rows = published;
    Segment[] all = segments;
    for (int start = 0; start < rows; start += SEGMENT) {
      Segment segment = all[start / SEGMENT];
      int end = Math.min(SEGMENT, rows - start);
      int[] tags = segment.tag;
      for (int at = 0; at < end; at++) {
        if (wanted.contains(tags[at]) && segment.time[at] >= from && segment.time[at] < to) {
          show(segment, at, visitor);
        }
      }
    }
  }

  /** Hands every published row to a visitor, in order of arrival. */
  void visit(Visitor visitor) {
    visit(TagSet.EVERY, Long.MIN_VALUE, Long.MAX_VALUE, visitor);
  }

  private static void show(Segment segment, int at, Visitor visitor) {
    @Nullable String[] texts = segment.text;
    visitor.row(
        segment.tag[at],
        segment.time[at],
        segment.value[at],
        texts == null ? null : texts[at],
        segment.quality[at],
        segment.arrival[at]);
  }
}
