// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.Quality;

/** A work unit being followed by the stage of its edge node. */
final class UnitFeed {

  private final Followed followed;
  private final WorkUnitSink.Steps steps;
  private final Map<String, int[]> properties = new HashMap<>();
  private final int[] all;

  UnitFeed(Followed followed, WorkUnitSink sink) {
    this.followed = followed;
    steps = sink.open(followed.unit(), followed.properties());
    all = IntStream.range(0, followed.properties().size()).toArray();
    for (int index : all) {
      properties.merge(
          followed.metrics().get(index),
          new int[] {index},
          (a, b) -> IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray());
    }
  }

  Followed followed() {
    return followed;
  }

  /** The properties that a metric of a device fills, null when it fills none. */
  int @Nullable [] fills(String device, String metric) {
    return device.equals(followed.device()) ? properties.get(metric) : null;
  }

  void sample(
      int[] filled, long time, double value, @Nullable String text, byte quality, long position) {
    for (int property : filled) {
      steps.sample(property, time, value, text, Quality.of(quality), position);
    }
  }

  /** A device died; {@code device} empty means the edge node itself. */
  void died(String device, long time, long position) {
    if (device.equals(followed.device())) {
      steps.lost(all, time, position);
    }
  }

  void tick(long now) {
    steps.tick(now);
  }

  void close(long now) {
    steps.close(now);
  }
}
