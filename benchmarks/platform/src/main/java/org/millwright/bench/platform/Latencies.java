// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.util.Arrays;

/** Durations, to be told by their quantiles. */
final class Latencies {

  private double[] millis = new double[1024];
  private int size;

  void add(double duration) {
    if (size == millis.length) {
      millis = Arrays.copyOf(millis, 2 * size);
    }
    millis[size++] = duration;
  }

  int size() {
    return size;
  }

  /** The duration that a share of all does not exceed; NaN when there are none. */
  double quantile(double share) {
    double[] sorted = Arrays.copyOf(millis, size);
    Arrays.sort(sorted);
    return size == 0 ? Double.NaN : sorted[Math.min(size - 1, (int) (share * size))];
  }
}
