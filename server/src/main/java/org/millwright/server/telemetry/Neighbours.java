// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.Quality;
import org.springframework.beans.factory.ObjectProvider;

/** The modules that the pipeline calls back; where one is absent, nobody is told. */
record Neighbours(
    ObjectProvider<SessionListener> listeners,
    ObjectProvider<NodeCommands> commanders,
    ObjectProvider<MessageMapper> mappers,
    ObjectProvider<WorkUnitSink> sinks) {

  SessionListener listener() {
    List<SessionListener> all = listeners.orderedStream().toList();
    return event -> all.forEach(listener -> listener.happened(event));
  }

  NodeCommands commands() {
    return commanders.getIfAvailable(() -> node -> {});
  }

  MessageMapper mapper() {
    return mappers.getIfAvailable(() -> message -> new MessageMapper.Mapping.Samples(List.of()));
  }

  WorkUnitSink workUnits() {
    return sinks.getIfAvailable(() -> (unit, properties) -> new Unfollowed());
  }

  /** A work unit that nobody follows. */
  private static final class Unfollowed implements WorkUnitSink.Steps {
    @Override
    public void sample(
        int property,
        long time,
        double value,
        @Nullable String text,
        Quality quality,
        long position) {}

    @Override
    public void lost(int[] properties, long time, long position) {}

    @Override
    public void tick(long now) {}

    @Override
    public void close(long now) {}
  }
}
