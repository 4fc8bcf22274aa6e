// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.millwright.server.telemetry.EdgeNodeId;
import org.millwright.server.telemetry.Sessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Messages and metrics a second of each edge node, from the totals of the sessions. */
@Component
class Rates {

  /** Per second over the last interval. */
  record Rate(
      double messages,
      double metrics,
      long totalMessages,
      long totalMetrics,
      long clockOffsetMillis) {}

  private record Point(long at, long messages, long metrics) {}

  private final ObjectProvider<Sessions> sessions;
  private final Clock clock;
  private final Map<EdgeNodeId, Point> last = new ConcurrentHashMap<>();
  private final Map<EdgeNodeId, Rate> rates = new ConcurrentHashMap<>();

  Rates(ObjectProvider<Sessions> sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Nullable Rate of(EdgeNodeId node) {
    return rates.get(node);
  }

  /** Compares the totals with those of two seconds ago. */
  @Scheduled(fixedDelay = 2000)
  void measure() {
    long now = clock.millis();
    sessions.ifAvailable(all -> all.activities().forEach(activity -> measure(activity, now)));
  }

  private void measure(Sessions.Activity activity, long now) {
    Point before =
        last.put(activity.node(), new Point(now, activity.messages(), activity.metrics()));
    if (before != null && now > before.at) {
      double seconds = (now - before.at) / 1000.0;
      rates.put(
          activity.node(),
          new Rate(
              (activity.messages() - before.messages) / seconds,
              (activity.metrics() - before.metrics) / seconds,
              activity.messages(),
              activity.metrics(),
              activity.clockOffsetMillis()));
    }
  }
}
