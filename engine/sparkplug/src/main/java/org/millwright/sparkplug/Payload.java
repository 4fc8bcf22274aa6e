// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A Sparkplug B payload as objects, for births, display and storage; null where nothing was sent.
 * The hot path uses {@link PayloadReader} instead.
 *
 * @param timestamp when the message was sent, milliseconds since the epoch
 * @param seq 0 to 255 in a valid message
 * @param body bytes outside the Sparkplug definition
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record Payload(
    @Nullable Long timestamp,
    @Nullable Long seq,
    List<Metric> metrics,
    @Nullable String uuid,
    byte @Nullable [] body) {

  public Payload {
    metrics = List.copyOf(metrics);
  }

  /** A payload of metrics only, without uuid and body. */
  public static Payload of(long timestamp, @Nullable Long seq, List<Metric> metrics) {
    return new Payload(timestamp, seq, metrics, null, null);
  }

  /** The same payload with other metrics. */
  public Payload withMetrics(List<Metric> others) {
    return new Payload(timestamp, seq, others, uuid, body);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Payload that
        && Objects.equals(timestamp, that.timestamp)
        && Objects.equals(seq, that.seq)
        && metrics.equals(that.metrics)
        && Objects.equals(uuid, that.uuid)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return Objects.hash(timestamp, seq, metrics, uuid, Arrays.hashCode(body));
  }
}
