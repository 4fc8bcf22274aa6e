// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;

/**
 * Reads a Sparkplug B payload where it lies, without allocating (protobuf message {@code Payload},
 * Sparkplug 3.0, 6.4).
 *
 * <pre>{@code
 * if (reader.open(bytes, 0, length) && reader.check()) {
 *   while (reader.next()) {
 *     MetricView metric = reader.metric();
 *   }
 * } else {
 *   refuse(reader.refusal());
 * }
 * }</pre>
 *
 * <p>{@link #open} reads the outer fields only, so that the sequence number, which senders write
 * after the metrics, is known before the first metric is taken. {@link #check} walks every metric
 * once: a payload that passed it cannot fail in {@link #next}, so it is applied whole or not at
 * all. Unknown fields are passed over. Not thread-safe; one reader serves any number of payloads.
 */
public final class PayloadReader {

  /** Ten thousand metrics with long names and properties stay below this. */
  public static final int DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

  private static final int METRIC = 2 << 3 | 2;

  private final int maxBytes;
  private final WireCursor cursor = new WireCursor();
  private final MetricView metric = new MetricView();
  private byte[] copied = {};
  private int from;
  private int to;
  private int metricCount;
  private long timestamp;
  private boolean hasTimestamp;
  private long seq;
  private boolean hasSeq;
  private int uuidOffset;
  private int uuidLength;
  private int bodyOffset;
  private int bodyLength;

  /** A reader that takes payloads up to {@link #DEFAULT_MAX_BYTES}. */
  public PayloadReader() {
    this(DEFAULT_MAX_BYTES);
  }

  /**
   * A reader with its own limit.
   *
   * @param maxBytes the largest payload taken, above 0
   */
  public PayloadReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Points the reader at a payload and reads its outer fields. The bytes must not change while the
   * reader is used.
   *
   * @return whether they are sound; if not, {@link #refusal} says why
   */
  public boolean open(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length > maxBytes) {
      return refuseOversized();
    }
    from = offset;
    to = offset + length;
    clear();
    cursor.reset(bytes, from, to);
    while (cursor.more()) {
      readField(cursor.tag());
    }
    return rewindUnlessFailed();
  }

  /** As {@link #open(byte[], int, int)}; a buffer without an array is copied into a reused one. */
  public boolean open(ByteBuffer buffer) {
    int length = buffer.remaining();
    if (buffer.hasArray()) {
      return open(buffer.array(), buffer.arrayOffset() + buffer.position(), length);
    }
    if (length > maxBytes) {
      return refuseOversized();
    }
    if (copied.length < length) {
      copied = new byte[Math.max(length, Math.min(maxBytes, 2 * copied.length))];
    }
    buffer.get(buffer.position(), copied, 0, length);
    return open(copied, 0, length);
  }

  private boolean refuseOversized() {
    clear();
    cursor.reset(copied, 0, 0);
    cursor.fail(Fault.OVERSIZED);
    return false;
  }

  private void clear() {
    metricCount = 0;
    timestamp = 0;
    hasTimestamp = false;
    seq = 0;
    hasSeq = false;
    uuidOffset = -1;
    uuidLength = 0;
    bodyOffset = -1;
    bodyLength = 0;
  }

  private void readField(int tag) {
    switch (tag) {
      case METRIC -> {
        cursor.pass();
        metricCount++;
      }
      case 1 << 3 -> {
        timestamp = cursor.varint();
        hasTimestamp = true;
      }
      case 3 << 3 -> {
        seq = cursor.varint();
        hasSeq = true;
      }
      case 4 << 3 | 2 -> {
        uuidLength = cursor.pass();
        uuidOffset = cursor.position - uuidLength;
      }
      case 5 << 3 | 2 -> {
        bodyLength = cursor.pass();
        bodyOffset = cursor.position - bodyLength;
      }
      default -> cursor.skip(tag);
    }
  }

  private boolean rewindUnlessFailed() {
    if (cursor.fault() != null) {
      return false;
    }
    cursor.reset(cursor.bytes, from, to);
    return true;
  }

  /**
   * Walks every metric and returns to the first.
   *
   * @return whether all are sound; if not, {@link #refusal} says why
   */
  public boolean check() {
    boolean more = true;
    while (more) {
      more = next();
    }
    return rewindUnlessFailed();
  }

  /**
   * Moves to the next metric.
   *
   * @return false after the last one, or at a fault: then {@link #refusal} is not null
   */
  public boolean next() {
    while (cursor.more()) {
      int tag = cursor.tag();
      if (tag == METRIC) {
        int outer = cursor.enter(cursor.length());
        metric.read(cursor);
        cursor.leave(outer);
        return cursor.fault() == null;
      }
      cursor.skip(tag);
    }
    return false;
  }

  /** Goes back before the first metric of a payload without a fault. */
  public void rewind() {
    rewindUnlessFailed();
  }

  /** The metric {@link #next} moved to. */
  public MetricView metric() {
    return metric;
  }

  /** Why the payload cannot be taken; null while it can. */
  public @Nullable Refusal refusal() {
    Fault fault = cursor.fault();
    return fault == null ? null : fault.at(Math.max(0, cursor.faultPosition() - from));
  }

  /** The fault, null while there is none. */
  public @Nullable Fault fault() {
    return cursor.fault();
  }

  /** The bytes that offsets count in: those opened, or a copy of the buffer opened. */
  public byte[] bytes() {
    return cursor.bytes;
  }

  /** How many metrics the payload has. */
  public int metricCount() {
    return metricCount;
  }

  /** Whether the payload carries a sending time. */
  public boolean hasTimestamp() {
    return hasTimestamp;
  }

  /** When the message was sent, milliseconds since the epoch; 0 without a time. */
  public long timestamp() {
    return timestamp;
  }

  /** Whether the payload carries a sequence number (all of an edge node's but NDEATH). */
  public boolean hasSeq() {
    return hasSeq;
  }

  /** The sequence number as sent; valid ones are 0 to 255. */
  public long seq() {
    return seq;
  }

  /** Records what the decoder found in a value that the reader does not look into. */
  void fail(Fault fault, int position) {
    cursor.position = position;
    cursor.fail(fault);
  }

  int uuidOffset() {
    return uuidOffset;
  }

  int uuidLength() {
    return uuidLength;
  }

  int bodyOffset() {
    return bodyOffset;
  }

  int bodyLength() {
    return bodyLength;
  }
}
