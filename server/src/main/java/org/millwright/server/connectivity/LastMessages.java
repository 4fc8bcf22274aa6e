// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.millwright.server.telemetry.RawMessage;
import org.springframework.stereotype.Component;

/**
 * The last message on each topic, for people to look at and for previews of mapping rules. Topics
 * of one machine are few; a sender that makes up topics without end stops being remembered, not
 * served.
 */
@Component
class LastMessages {

  private static final int MAX_TOPICS = 100_000;
  private static final int MAX_BYTES = 1 << 20;

  private final Map<String, Map<String, RawMessage>> bySource = new ConcurrentHashMap<>();

  void note(RawMessage message) {
    if (message.payload().length > MAX_BYTES) {
      return;
    }
    Map<String, RawMessage> topics =
        bySource.computeIfAbsent(message.source(), source -> new ConcurrentHashMap<>());
    if (topics.size() < MAX_TOPICS || topics.containsKey(message.topic())) {
      topics.put(message.topic(), message);
    }
  }

  Optional<RawMessage> on(String source, String topic) {
    return Optional.ofNullable(bySource.getOrDefault(source, Map.of()).get(topic));
  }

  /** Messages that are not Sparkplug's and match, newest first. */
  List<RawMessage> plain(String source, TopicPattern pattern, int limit) {
    return bySource.getOrDefault(source, Map.of()).values().stream()
        .filter(message -> !message.sparkplug() && pattern.matches(message.topic()))
        .sorted((a, b) -> Long.compare(b.arrival(), a.arrival()))
        .limit(limit)
        .toList();
  }
}
