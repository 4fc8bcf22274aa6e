// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Samples of one tag in columns, gathered for an answer. */
final class Rows {

  private int size;
  private long[] time = new long[64];
  private double[] value = new double[64];
  private byte[] quality = new byte[64];
  private long[] arrival = new long[64];
  private @Nullable String @Nullable [] text;
  private boolean sorted = true;

  void add(long time, double value, @Nullable String text, byte quality, long arrival) {
    if (size == this.time.length) {
      resize(size * 2);
    }
    sorted &= size == 0 || this.time[size - 1] <= time;
    this.time[size] = time;
    this.value[size] = value;
    this.quality[size] = quality;
    this.arrival[size] = arrival;
    if (text != null) {
      if (this.text == null) {
        this.text = new @Nullable String[this.time.length];
      }
      this.text[size] = text;
    }
    size++;
  }

  private void resize(int capacity) {
    time = Arrays.copyOf(time, capacity);
    value = Arrays.copyOf(value, capacity);
    quality = Arrays.copyOf(quality, capacity);
    arrival = Arrays.copyOf(arrival, capacity);
    if (text != null) {
      text = Arrays.copyOf(text, capacity);
    }
  }

  /** These rows in order of time. */
  Rows sorted() {
    if (sorted) {
      return this;
    }
    Integer[] order = new Integer[size];
    Arrays.setAll(order, row -> row);
    Arrays.sort(order, (a, b) -> Long.compare(time[a], time[b]));
    Rows result = new Rows();
    for (int row : order) {
      result.add(time[row], value[row], text(row), quality[row], arrival[row]);
    }
    return result;
  }

  int size() {
    return size;
  }

  long time(int row) {
    return time[row];
  }

  double value(int row) {
    return value[row];
  }

  byte quality(int row) {
    return quality[row];
  }

  long arrival(int row) {
    return arrival[row];
  }

  @Nullable String text(int row) {
    return text == null ? null : text[row];
  }
}
