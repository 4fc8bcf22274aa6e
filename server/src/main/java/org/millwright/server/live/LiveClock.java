// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Polls every open stream ten times a second, each on a virtual thread of its own, so that one slow
 * browser holds up no other.
 */
@Component
class LiveClock {

  private static final long PERIOD_MILLIS = 100;

  private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-clock").daemon().factory());

  void start(LiveStream stream) {
    streams.add(stream);
    next(stream, 0);
  }

  /** Streams must end before the web server waits for its requests to end. */
  @EventListener(ContextClosedEvent.class)
  void stop() {
    scheduler.shutdownNow();
    streams.forEach(LiveStream::close);
  }

  private void next(LiveStream stream, long delayMillis) {
    if (scheduler.isShutdown()) {
      return;
    }
    var _ =
        scheduler.schedule(
            () -> Thread.ofVirtual().name("live-stream").start(() -> poll(stream)),
            delayMillis,
            TimeUnit.MILLISECONDS);
  }

  private void poll(LiveStream stream) {
    if (stream.poll()) {
      next(stream, PERIOD_MILLIS);
    } else {
      streams.remove(stream);
    }
  }
}
