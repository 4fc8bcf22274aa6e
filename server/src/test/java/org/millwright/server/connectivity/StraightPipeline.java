// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.millwright.model.Refusal;
import org.millwright.server.telemetry.EdgeNodeId;
import org.millwright.server.telemetry.IngestQueue;
import org.millwright.server.telemetry.MappedSample;
import org.millwright.server.telemetry.MessageMapper.Mapping;
import org.millwright.server.telemetry.RawMessage;
import org.millwright.server.telemetry.SessionEvent;
import org.millwright.server.telemetry.Sessions;
import org.millwright.sparkplug.EdgeNodeSession;
import org.millwright.sparkplug.MetricTable;
import org.millwright.sparkplug.MetricView;
import org.millwright.sparkplug.NodeListener;
import org.millwright.sparkplug.SessionSettings;
import org.millwright.sparkplug.Topic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;

/**
 * The shortest pipeline there is, in place of the real one: each message goes straight into the
 * session of its edge node, on the thread that offers it. So these tests are about what lies
 * between socket and session, and nothing else.
 */
@TestConfiguration
@Primary
class StraightPipeline implements IngestQueue, Sessions {

  final Map<String, Double> live = new ConcurrentHashMap<>();
  final Map<String, MappedSample> mapped = new ConcurrentHashMap<>();
  final List<Refusal> mappingRefusals = Collections.synchronizedList(new ArrayList<>());
  private final Map<EdgeNodeId, EdgeNodeSession> sessions = new ConcurrentHashMap<>();
  private final ObjectProvider<DeviceRegistry> registry;
  private final ObjectProvider<Commands> commands;
  private final ObjectProvider<Mappings> mappings;
  private volatile boolean full;
  private volatile CompletableFuture<Offer> gate =
      CompletableFuture.completedFuture(new Offer.Taken(0));

  StraightPipeline(
      ObjectProvider<DeviceRegistry> registry,
      ObjectProvider<Commands> commands,
      ObjectProvider<Mappings> mappings) {
    this.registry = registry;
    this.commands = commands;
    this.mappings = mappings;
  }

  /** From now on nothing is taken: QoS 0 finds no room, others wait until {@link #open}. */
  void close() {
    full = true;
    gate = new CompletableFuture<>();
  }

  void open() {
    full = false;
    gate.complete(new Offer.Taken(0));
  }

  /** Who waits gives up. */
  void giveUp() {
    gate.complete(new Offer.Full());
  }

  @Override
  public Offer offer(RawMessage message) {
    if (full) {
      return new Offer.Full();
    }
    take(message);
    return new Offer.Taken(0);
  }

  @Override
  public CompletionStage<Offer> offerPatiently(RawMessage message, Duration patience) {
    return gate.thenApply(offer -> {
      if (offer instanceof Offer.Taken) {
        take(message);
      }
      return offer;
    });
  }

  @Override
  public List<Activity> activities() {
    return List.of();
  }

  @Override
  public Optional<RawMessage> lastMessage(EdgeNodeId node, String device) {
    return Optional.empty();
  }

  @Override
  public synchronized void sourceLost(String source) {
    sessions.forEach((node, session) -> {
      if (node.source().equals(source)) {
        session.connectionLost();
      }
    });
  }

  private synchronized void take(RawMessage message) {
    if (!message.sparkplug()) {
      switch (mappings.getObject().map(message)) {
        case Mapping.Samples(var samples) ->
            samples.forEach(sample -> mapped.put(sample.address().toString(), sample));
        case Mapping.Refused(var refusal) -> mappingRefusals.add(refusal);
      }
      return;
    }
    if (Topic.parse(message.topic()).orNull() instanceof Topic.Edge topic
        && !topic.type().isCommand()) {
      EdgeNodeId node = new EdgeNodeId(message.source(), topic.nodeId());
      sessions
          .computeIfAbsent(node, id -> new Relay(id).session)
          .accept(topic, message.payload(), message.arrival());
    }
  }

  private final class Relay implements NodeListener {

    private final EdgeNodeId node;
    private final EdgeNodeSession session = new EdgeNodeSession(SessionSettings.DEFAULT, this);

    Relay(EdgeNodeId node) {
      this.node = node;
    }

    private void tell(SessionEvent event) {
      registry.getObject().happened(event);
    }

    private long now() {
      return System.currentTimeMillis();
    }

    @Override
    public void born(String device, int metrics, boolean rebirth) {
      tell(new SessionEvent.Born(node, device, now(), metrics, rebirth));
    }

    @Override
    public void declared(int slot, MetricView metric) {}

    @Override
    public void sample(int slot, long time, boolean historical, MetricView metric) {
      MetricTable table = session.metrics();
      String name = node + "/" + table.device(slot) + "/" + table.name(slot);
      live.put(name, metric.asDouble(table.type(slot)));
    }

    @Override
    public void died(String device) {
      tell(new SessionEvent.Died(node, device, now()));
    }

    @Override
    public void gap(int expected, int got) {
      tell(new SessionEvent.SequenceGap(node, now(), expected, got));
    }

    @Override
    public void rebirthWanted(String reason) {
      tell(new SessionEvent.RebirthAsked(node, now(), reason));
      commands.getObject().requestRebirth(node);
    }

    @Override
    public void clockWrong(long offsetMillis) {
      tell(new SessionEvent.ClockWrong(node, now(), offsetMillis));
    }

    @Override
    public void refused(String device, Refusal refusal) {
      tell(new SessionEvent.MessageRefused(node, device, now(), refusal));
    }
  }
}
