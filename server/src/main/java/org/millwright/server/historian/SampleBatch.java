// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Samples in columns: filled by one thread, then handed over with {@link SampleSink#append} and
 * never touched again.
 *
 * <p>A numeric, Boolean or date sample has a value; a text or complex one (array, data set,
 * template: JSON; bytes: base64) has a text. An integer beyond 2^53 has both, the text being exact.
 * {@link Double#NaN} with {@link Quality#BAD} and no text is a null value.
 */
public final class SampleBatch {

  private int size;
  private int[] tag;
  private long[] time;
  private double[] value;
  private byte[] quality;
  private long[] arrival;
  private @Nullable String @Nullable [] text;
  private int stage;
  private long position = -1;

  /** An empty batch that grows beyond {@code capacity} rows when needed. */
  public SampleBatch(int capacity) {
    tag = new int[capacity];
    time = new long[capacity];
    value = new double[capacity];
    quality = new byte[capacity];
    arrival = new long[capacity];
  }

  /**
   * Adds a numeric sample.
   *
   * @param tag number from {@link Tags}
   * @param time when it was measured, epoch milliseconds
   * @param value the value; NaN and infinities are kept and left out of aggregates
   * @param quality {@link Quality#code()}
   * @param arrival when the platform received it, epoch milliseconds
   */
  public void add(int tag, long time, double value, byte quality, long arrival) {
    if (size == this.tag.length) {
      grow();
    }
    this.tag[size] = tag;
    this.time[size] = time;
    this.value[size] = value;
    this.quality[size] = quality;
    this.arrival[size] = arrival;
    size++;
  }

  /** Adds a sample that has a text, see the class. */
  public void add(int tag, long time, double value, String text, byte quality, long arrival) {
    add(tag, time, value, quality, arrival);
    if (this.text == null) {
      this.text = new @Nullable String[this.tag.length];
    }
    this.text[size - 1] = text;
  }

  /**
   * States that with this batch everything up to {@code position} of the ingest journal that stage
   * {@code stage} was given has been handed over.
   */
  public void mark(int stage, long position) {
    this.stage = stage;
    this.position = position;
  }

  private void grow() {
    int capacity = Math.max(16, size + (size >> 1));
    tag = Arrays.copyOf(tag, capacity);
    time = Arrays.copyOf(time, capacity);
    value = Arrays.copyOf(value, capacity);
    quality = Arrays.copyOf(quality, capacity);
    arrival = Arrays.copyOf(arrival, capacity);
    if (text != null) {
      text = Arrays.copyOf(text, capacity);
    }
  }

  public int size() {
    return size;
  }

  public int tag(int row) {
    return tag[row];
  }

  /** Epoch milliseconds. */
  public long time(int row) {
    return time[row];
  }

  public double value(int row) {
    return value[row];
  }

  public byte quality(int row) {
    return quality[row];
  }

  /** Epoch milliseconds. */
  public long arrival(int row) {
    return arrival[row];
  }

  public @Nullable String text(int row) {
    return text == null ? null : text[row];
  }

  /** The stage that filled it, see {@link #mark}. */
  public int stage() {
    return stage;
  }

  /** The journal position it completes, -1 when it completes none. */
  public long position() {
    return position;
  }
}
