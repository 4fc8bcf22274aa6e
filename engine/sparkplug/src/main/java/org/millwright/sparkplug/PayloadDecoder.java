// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes a whole payload into objects. Not thread-safe; one decoder serves many payloads. */
public final class PayloadDecoder {

  private final PayloadReader reader;
  private final ValueDecoder values = new ValueDecoder();

  /** A decoder that takes payloads up to {@link PayloadReader#DEFAULT_MAX_BYTES}. */
  public PayloadDecoder() {
    this(PayloadReader.DEFAULT_MAX_BYTES);
  }

  /** A decoder with its own limit in bytes. */
  public PayloadDecoder(int maxBytes) {
    reader = new PayloadReader(maxBytes);
  }

  /** Decodes a birth, or data whose types nobody here knows. */
  public Decoded<Payload> decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length, MetricTypes.NONE);
  }

  /** Decodes {@code length} bytes from {@code offset}, with the types that births declared. */
  public Decoded<Payload> decode(byte[] bytes, int offset, int length, MetricTypes types) {
    Payload payload = null;
    if (reader.open(bytes, offset, length) && reader.check()) {
      payload = payload(types);
    }
    var refusal = reader.refusal();
    if (payload == null || refusal != null) {
      return new Decoded.Refused<>(refusal != null ? refusal : Fault.TRUNCATED.at(offset));
    }
    return new Decoded.Good<>(payload);
  }

  /**
   * Decodes the value of the metric a reader stands on, such as a data set or a template.
   *
   * @param type as its birth declared
   */
  public Decoded<Value> value(PayloadReader at, DataType type) {
    return switch (metric(at, type)) {
      case Decoded.Good<Metric>(Metric metric) -> new Decoded.Good<>(metric.value());
      case Decoded.Refused<Metric>(var refusal) -> new Decoded.Refused<>(refusal);
    };
  }

  /**
   * Decodes the metric a reader stands on, with its properties.
   *
   * @param type as its birth declared
   */
  public Decoded<Metric> metric(PayloadReader at, DataType type) {
    WireCursor cursor = new WireCursor();
    cursor.reset(at.bytes(), 0, 0);
    Metric metric = values.metric(cursor, at.metric(), any -> type);
    Fault fault = cursor.fault();
    return fault == null
        ? new Decoded.Good<>(metric)
        : new Decoded.Refused<>(fault.at(cursor.faultPosition()));
  }

  private @Nullable Payload payload(MetricTypes types) {
    List<Metric> metrics = new ArrayList<>(Math.min(reader.metricCount(), 10_000));
    WireCursor cursor = new WireCursor();
    cursor.reset(reader.bytes(), 0, 0);
    while (cursor.fault() == null && reader.next()) {
      metrics.add(values.metric(cursor, reader.metric(), types));
    }
    String uuid =
        reader.uuidOffset() < 0 ? null : cursor.text(reader.uuidOffset(), reader.uuidLength());
    Fault fault = cursor.fault();
    if (fault != null) {
      reader.fail(fault, cursor.faultPosition());
      return null;
    }
    return new Payload(
        reader.hasTimestamp() ? reader.timestamp() : null,
        reader.hasSeq() ? reader.seq() : null,
        metrics,
        uuid,
        body());
  }

  private byte @Nullable [] body() {
    int from = reader.bodyOffset();
    return from < 0 ? null : Arrays.copyOfRange(reader.bytes(), from, from + reader.bodyLength());
  }
}
