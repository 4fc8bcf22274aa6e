// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.millwright.server.telemetry.RawMessage;
import org.millwright.server.telemetry.Sessions;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.Decoded;
import org.millwright.sparkplug.Metric;
import org.millwright.sparkplug.Payload;
import org.millwright.sparkplug.PayloadDecoder;
import org.millwright.sparkplug.PayloadJson;
import org.millwright.sparkplug.Topic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The last message of a node or device as JSON for people, with the names and types of its last
 * birth where the message has aliases only.
 */
@Component
class LastPayload {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final LastMessages messages;
  private final ObjectProvider<Sessions> sessions;

  LastPayload(LastMessages messages, ObjectProvider<Sessions> sessions) {
    this.messages = messages;
    this.sessions = sessions;
  }

  /** Topic, arrival and decoded JSON; empty when nothing came since the start. */
  Optional<Shown> of(DeviceId id) {
    Optional<RawMessage> birth = on(id, Topic.MessageType.NBIRTH, Topic.MessageType.DBIRTH);
    Optional<RawMessage> data = on(id, Topic.MessageType.NDATA, Topic.MessageType.DDATA);
    Optional<RawMessage> death = on(id, Topic.MessageType.NDEATH, Topic.MessageType.DDEATH);
    return Stream.of(birth, data, death)
        .flatMap(Optional::stream)
        .max(Comparator.comparingLong(RawMessage::arrival))
        .map(last -> new Shown(last.topic(), last.arrival(), json(last, birth)))
        .or(() -> plain(id));
  }

  private Optional<Shown> plain(DeviceId id) {
    return sessions.stream()
        .flatMap(all -> all.lastMessage(id.node(), id.device()).stream())
        .filter(last -> !last.sparkplug())
        .map(last -> new Shown(last.topic(), last.arrival(), plainJson(last.payload())))
        .findFirst();
  }

  /** JSON as it is; anything else as a JSON text. */
  private static String plainJson(byte[] payload) {
    try {
      return JSON.readTree(payload).toString();
    } catch (JacksonException notJson) {
      return JSON.writeValueAsString(new String(payload, StandardCharsets.UTF_8));
    }
  }

  /** The metrics of the last birth; empty when none came since the start. */
  List<Metric> declared(DeviceId id) {
    return on(id, Topic.MessageType.NBIRTH, Topic.MessageType.DBIRTH)
        .map(birth -> new PayloadDecoder().decode(birth.payload()).orNull())
        .map(Payload::metrics)
        .orElse(List.of());
  }

  /** A message for people: {@code json} is one JSON document. */
  record Shown(String topic, long arrival, String json) {}

  private Optional<RawMessage> on(
      DeviceId id, Topic.MessageType ofNode, Topic.MessageType ofDevice) {
    boolean node = id.device().isEmpty();
    Topic topic =
        new Topic.Edge(
            node ? ofNode : ofDevice, id.group(), id.nodeName(), node ? null : id.device());
    return messages.on(id.source(), topic.toString());
  }

  private static String json(RawMessage message, Optional<RawMessage> birth) {
    Map<Long, Metric> declared = new HashMap<>();
    birth.ifPresent(born -> declared.putAll(byAlias(born)));
    byte[] bytes = message.payload();
    Decoded<Payload> decoded =
        new PayloadDecoder()
            .decode(
                bytes,
                0,
                bytes.length,
                view -> {
                  Metric known = view.hasAlias() ? declared.get(view.alias()) : null;
                  return known == null ? DataType.UNKNOWN : known.type();
                });
    return switch (decoded) {
      case Decoded.Good<Payload>(Payload payload) -> PayloadJson.render(named(payload, declared));
      case Decoded.Refused<Payload>(var refusal) ->
          "{\"refused\":\"" + refusal.toString().replace('"', '\'') + "\"}";
    };
  }

  private static Map<Long, Metric> byAlias(RawMessage birth) {
    Map<Long, Metric> metrics = new HashMap<>();
    Payload payload = new PayloadDecoder().decode(birth.payload()).orNull();
    if (payload != null) {
      for (Metric metric : payload.metrics()) {
        if (metric.alias() != null) {
          metrics.put(metric.alias(), metric);
        }
      }
    }
    return metrics;
  }

  private static Payload named(Payload payload, Map<Long, Metric> declared) {
    List<Metric> metrics = new ArrayList<>();
    for (Metric metric : payload.metrics()) {
      Metric known = metric.alias() == null ? null : declared.get(metric.alias());
      metrics.add(
          metric.name() != null || known == null
              ? metric
              : new Metric(
                  known.name(),
                  metric.alias(),
                  metric.timestamp(),
                  metric.value(),
                  metric.typeDeclared(),
                  metric.historical(),
                  metric.transientValue(),
                  metric.metadata(),
                  metric.properties()));
    }
    return payload.withMetrics(metrics);
  }
}
