// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes Sparkplug B payloads into one reused buffer, field by field or from objects.
 *
 * <pre>{@code
 * writer.begin(now, seq);
 * writer.openMetric().name("Temperature").timestamp(now).real(DataType.DOUBLE, 21.5).close();
 * byte[] payload = writer.toByteArray();
 * }</pre>
 *
 * <p>Metrics come between {@link #begin} and the first use of the result; a value is the last thing
 * in its metric. Fields are written in the order of their numbers when called in that order, which
 * gives the same bytes as Google's library. Not thread-safe.
 */
public final class PayloadWriter {

  /** For {@link #begin}: no sequence number, as in NDEATH and in commands. */
  public static final int NO_SEQ = -1;

  private static final int VALUE_FIELDS = 10;

  private final WireBuffer out = new WireBuffer();
  private final MetricWriter metric = new MetricWriter();
  private final ValueEncoder encoder = new ValueEncoder(out);
  private long seq = NO_SEQ;
  private boolean finished;

  /**
   * Starts a payload and forgets the one before.
   *
   * @param timestamp sending time, milliseconds since the epoch
   * @param sequence 0 to 255, or {@link #NO_SEQ}
   */
  public void begin(long timestamp, int sequence) {
    restart();
    out.varint(1, timestamp);
    seq = sequence;
  }

  private void restart() {
    out.position = 0;
    finished = false;
    seq = NO_SEQ;
  }

  /** Opens a metric; finish it with {@link MetricWriter#close} before the next. */
  public MetricWriter openMetric() {
    metric.start = out.open(2);
    return metric;
  }

  /** Appends a metric. */
  public void metric(Metric object) {
    encoder.metric(2, object);
  }

  /** Writes a whole payload in place of what is in the buffer. */
  public void payload(Payload payload) {
    restart();
    if (payload.timestamp() != null) {
      out.varint(1, payload.timestamp());
    }
    payload.metrics().forEach(this::metric);
    finished = true;
    if (payload.seq() != null) {
      out.varint(3, payload.seq());
    }
    if (payload.uuid() != null) {
      out.text(4, payload.uuid());
    }
    byte @Nullable [] body = payload.body();
    if (body != null) {
      out.bytes(5, body);
    }
  }

  private void finish() {
    if (!finished && seq != NO_SEQ) {
      out.varint(3, seq);
    }
    finished = true;
  }

  /** Bytes of the payload. */
  public int length() {
    finish();
    return out.position;
  }

  /** The buffer: the payload is its first {@link #length} bytes, until the next {@link #begin}. */
  public byte[] buffer() {
    finish();
    return out.bytes;
  }

  /** The payload without copying, until the next {@link #begin}. */
  public ByteBuffer asByteBuffer() {
    finish();
    return ByteBuffer.wrap(out.bytes, 0, out.position);
  }

  /** A copy of the payload. */
  public byte[] toByteArray() {
    finish();
    return Arrays.copyOf(out.bytes, out.position);
  }

  /** The fields of one metric. */
  public final class MetricWriter {

    private int start;

    private MetricWriter() {}

    /** The name; births and nodes without aliases. */
    public MetricWriter name(String name) {
      out.text(1, name);
      return this;
    }

    /** The alias, unsigned. */
    public MetricWriter alias(long alias) {
      out.varint(2, alias);
      return this;
    }

    /** When the value was acquired, milliseconds since the epoch. */
    public MetricWriter timestamp(long timestamp) {
      out.varint(3, timestamp);
      return this;
    }

    /** The data type; births only need it. */
    public MetricWriter type(DataType type) {
      out.varint(4, type.code());
      return this;
    }

    /** Marks a stored value sent late. */
    public MetricWriter historical() {
      out.varint(5, 1);
      return this;
    }

    /** Null in place of a value. */
    public MetricWriter nullValue() {
      out.varint(7, 1);
      return this;
    }

    /** Properties; they go before the value. */
    public MetricWriter properties(PropertySet set) {
      encoder.properties(9, set);
      return this;
    }

    /** A whole number or DateTime, in the field its type belongs to. */
    public MetricWriter whole(DataType type, long value) {
      ValueEncoder.whole(out, VALUE_FIELDS, type, value);
      return this;
    }

    /** A Float or Double. */
    public MetricWriter real(DataType type, double value) {
      ValueEncoder.real(out, VALUE_FIELDS, type, value);
      return this;
    }

    /** A Boolean. */
    public MetricWriter bool(boolean value) {
      out.varint(VALUE_FIELDS + 4, value ? 1 : 0);
      return this;
    }

    /** A String, Text or UUID. */
    public MetricWriter text(String value) {
      out.text(VALUE_FIELDS + 5, value);
      return this;
    }

    /** A value of any type. */
    public MetricWriter value(Value value) {
      encoder.value(value);
      return this;
    }

    /** Ends the metric. */
    public void close() {
      out.close(start);
    }
  }
}
