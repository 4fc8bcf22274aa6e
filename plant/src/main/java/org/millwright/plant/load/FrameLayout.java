// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.load;

/**
 * Where everything is in a data message of a number of consecutive metrics. The layout depends on
 * which metrics, not on the device.
 *
 * <pre>
 * payload: timestamp, metrics, seq         each metric: alias, timestamp, value
 * </pre>
 */
final class FrameLayout {

  static final int TIME_WIDTH = 6; // milliseconds since 1970 until the year 2109
  private static final int ALIAS_WIDTH = 4; // up to 268 million
  private static final int COUNT_WIDTH = 5; // up to 34 billion
  private static final int STATE_WIDTH = 1;
  private static final int SEQ_WIDTH = 2;

  // Keys of protocol-buffer fields: number × 8 + wire type.
  private static final int PAYLOAD_TIMESTAMP = 0x08;
  private static final int PAYLOAD_METRIC = 0x12;
  private static final int PAYLOAD_SEQ = 0x18;
  private static final int METRIC_ALIAS = 0x10;
  private static final int METRIC_TIMESTAMP = 0x18;
  private static final int METRIC_INT = 0x50;
  private static final int METRIC_LONG = 0x58;
  private static final int METRIC_DOUBLE = 0x69;

  private final int firstMetric;
  private final int[] metricAt;
  private final int length;

  /** The layout of a message of {@code count} metrics of a device, from {@code firstMetric} on. */
  FrameLayout(int firstMetric, int count) {
    this.firstMetric = firstMetric;
    metricAt = new int[count];
    int at = 1 + TIME_WIDTH;
    for (int i = 0; i < count; i++) {
      metricAt[i] = at;
      at += 2 + metricLength(LoadMetric.of(firstMetric + i));
    }
    length = at + 1 + SEQ_WIDTH;
  }

  private static int metricLength(LoadMetric kind) {
    return 1 + ALIAS_WIDTH + 1 + TIME_WIDTH + 1 + valueWidth(kind);
  }

  private static int valueWidth(LoadMetric kind) {
    return switch (kind) {
      case STATE -> STATE_WIDTH;
      case COUNT -> COUNT_WIDTH;
      case REAL -> 8;
    };
  }

  int firstMetric() {
    return firstMetric;
  }

  int count() {
    return metricAt.length;
  }

  int length() {
    return length;
  }

  /** A message with everything but times, values and sequence number. */
  byte[] template(int firstAlias) {
    byte[] bytes = new byte[length];
    bytes[0] = PAYLOAD_TIMESTAMP;
    for (int i = 0; i < metricAt.length; i++) {
      LoadMetric kind = LoadMetric.of(firstMetric + i);
      int at = metricAt[i];
      bytes[at] = PAYLOAD_METRIC;
      bytes[at + 1] = (byte) metricLength(kind);
      bytes[at + 2] = METRIC_ALIAS;
      Wire.varint(bytes, at + 3, ALIAS_WIDTH, (long) firstAlias + i);
      bytes[at + 3 + ALIAS_WIDTH] = METRIC_TIMESTAMP;
      bytes[valueAt(i) - 1] =
          (byte)
              switch (kind) {
                case STATE -> METRIC_INT;
                case COUNT -> METRIC_LONG;
                case REAL -> METRIC_DOUBLE;
              };
    }
    bytes[length - 1 - SEQ_WIDTH] = PAYLOAD_SEQ;
    return bytes;
  }

  private int valueAt(int metric) {
    return metricAt[metric] + 3 + ALIAS_WIDTH + 1 + TIME_WIDTH + 1;
  }

  /** Puts in the sequence number and the time, the same for the message and all its metrics. */
  void stamp(byte[] bytes, long millis, int seq) {
    Wire.varint(bytes, 1, TIME_WIDTH, millis);
    for (int at : metricAt) {
      System.arraycopy(bytes, 1, bytes, at + 3 + ALIAS_WIDTH + 1, TIME_WIDTH);
    }
    Wire.varint(bytes, length - SEQ_WIDTH, SEQ_WIDTH, seq);
  }

  /** Puts in the value of the metric at that place in the message. */
  void value(byte[] bytes, int place, long bits) {
    int at = valueAt(place);
    switch (LoadMetric.of(firstMetric + place)) {
      case STATE -> Wire.varint(bytes, at, STATE_WIDTH, bits);
      case COUNT -> Wire.varint(bytes, at, COUNT_WIDTH, bits);
      case REAL -> Wire.fixed64(bytes, at, bits);
    }
  }
}
