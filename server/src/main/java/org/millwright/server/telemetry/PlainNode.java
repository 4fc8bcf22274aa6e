// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.TagAddress;

/**
 * All plain MQTT of a source: messages become samples by the mapping rules. There are no births and
 * no deaths: a device is online when it is heard, and stale when it was silent for the time set.
 */
final class PlainNode implements StagedNode {

  /** A time this far ahead of arrival is a wrong clock. */
  private static final long AHEAD_MILLIS = 300_000;

  /** A time this far behind arrival is doubtful: a wrong clock, or a value kept for long. */
  private static final long BEHIND_MILLIS = 86_400_000;

  private record Sender(NodeState state, UnitFeeds feeds, Map<String, PlainDevice> devices) {}

  private record Known(int tag, Sender sender, PlainDevice device, List<UnitFeeds.Way> ways) {}

  private final String source;
  private final StageContext context;
  private final Outlet outlet;
  private final Map<TagAddress, Known> known = new HashMap<>();
  private final Map<String, Sender> senders = new HashMap<>();
  private Following following = Following.NOTHING;
  private long position;

  PlainNode(String source, StageContext context, Outlet outlet) {
    this.source = source;
    this.context = context;
    this.outlet = outlet;
  }

  @Override
  public void take(Queued queued) {
    RawMessage message = queued.message();
    position = queued.position();
    if (queued.route().lost()) {
      lost(message.arrival(), queued.position());
      return;
    }
    switch (context.mapper().map(message)) {
      case MessageMapper.Mapping.Samples mapping -> {
        if (mapping.samples().isEmpty()) {
          context.totals().unmapped.increment();
        }
        for (MappedSample sample : mapping.samples()) {
          store(sample, queued);
        }
      }
      case MessageMapper.Mapping.Refused refused -> {
        context.totals().refused.increment();
        context
            .listener()
            .happened(
                new SessionEvent.MessageRefused(
                    new EdgeNodeId(source, Route.PLAIN),
                    message.topic(),
                    message.arrival(),
                    refused.refusal()));
      }
    }
  }

  private void store(MappedSample sample, Queued queued) {
    RawMessage message = queued.message();
    long arrival = message.arrival();
    Known target = known.computeIfAbsent(sample.address(), address -> meet(sample));
    long time = sample.time();
    byte quality = sample.quality().code();
    if (time - arrival > AHEAD_MILLIS || time < 0) {
      time = arrival;
      quality = doubtful(quality);
    } else if (arrival - time > BEHIND_MILLIS) {
      quality = doubtful(quality);
    }
    target.device().heard(arrival, queued.replay());
    heard(target.sender().state(), sample.address().device(), message);
    context.totals().values.increment();
    context.live().set(target.tag(), time, arrival, sample.value(), sample.text(), quality);
    outlet.add(target.tag(), time, sample.value(), sample.text(), quality, arrival);
    for (UnitFeeds.Way way : target.ways()) {
      way.feed().sample(way.properties(), time, sample.value(), sample.text(), quality, position);
    }
  }

  @SuppressWarnings({
    "NonAtomicVolatileUpdate",
    "ReferenceEquality"
  }) // one writer; the same message, not an equal one
  private static void heard(NodeState state, String device, RawMessage message) {
    if (state.lastMessages.put(device, message) != message) {
      state.messages++;
    }
    state.metrics++;
    state.lastMessageAt = message.arrival();
    if (!state.online) {
      state.online = true;
      state.since = message.arrival();
    }
  }

  private byte doubtful(byte quality) {
    context.totals().clockJumps.increment();
    return (byte) Math.max(quality, Quality.UNCERTAIN.code());
  }

  private Known meet(MappedSample sample) {
    TagAddress address = sample.address();
    int tag = context.tags().number(address);
    context
        .tags()
        .describe(tag, sample.text() == null ? "Double" : "String", sample.unit(), Map.of());
    Sender sender =
        senders.computeIfAbsent(address.edgeNode(), node -> greet(new EdgeNodeId(source, node)));
    PlainDevice device = sender.devices().computeIfAbsent(address.device(), PlainDevice::new);
    device.tags.add(tag);
    return new Known(tag, sender, device, sender.feeds().ways(address.device(), address.metric()));
  }

  private Sender greet(EdgeNodeId node) {
    UnitFeeds feeds = new UnitFeeds(node, context.workUnits());
    feeds.follow(following, System.currentTimeMillis());
    return new Sender(
        context.nodes().computeIfAbsent(node, id -> new NodeState(id, true)),
        feeds,
        new HashMap<>());
  }

  @Override
  public void lost(long at, long position) {
    for (Sender sender : senders.values()) {
      if (sender.state().online) {
        sender
            .devices()
            .values()
            .forEach(device -> {
              stale(sender, device, at, position);
              device.lost();
            });
        sender.state().online = false;
        sender.state().since = at;
      }
    }
  }

  /** From now on nobody knows the values: shown at once, and a mark in the history. */
  private void stale(Sender sender, PlainDevice device, long at, long position) {
    for (int tag : device.tags) {
      context.live().degrade(tag, Quality.STALE.code());
      outlet.add(tag, at, Double.NaN, null, Quality.STALE.code(), at);
      context.totals().values.increment();
    }
    sender.feeds().died(device.name, at, position);
  }

  private void missSilent(Sender sender, long now) {
    for (PlainDevice device : sender.devices().values()) {
      if (device.fallsSilent(now, context.plainSilence())) {
        stale(sender, device, now, position);
        context
            .listener()
            .happened(new SessionEvent.Silent(sender.state().node(), device.name, now));
      }
    }
    boolean allSilent = sender.devices().values().stream().allMatch(PlainDevice::silent);
    if (sender.state().online && allSilent && context.plainSilence() > 0) {
      sender.state().online = false;
      sender.state().since = now;
    }
  }

  @Override
  public void replayed(long at, long position, long now) {
    lost(at, position);
  }

  @Override
  public void resumed(long now) {
    // Whoever speaks next is known by it.
  }

  @Override
  public void tick(long now) {
    for (Sender sender : senders.values()) {
      missSilent(sender, now);
      sender.feeds().tick(now);
    }
  }

  @Override
  public void follow(Following following, long now) {
    this.following = following;
    boolean changed = false;
    for (Sender sender : senders.values()) {
      changed |= sender.feeds().follow(following, now);
    }
    if (changed) {
      known.clear(); // met again with their new ways
    }
  }

  @Override
  public long holdsUntil() {
    return 0;
  }

  @Override
  public void close(long now) {
    senders.values().forEach(sender -> sender.feeds().close(now));
  }
}
