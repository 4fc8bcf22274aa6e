// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import org.millwright.model.Refusal;
import org.millwright.server.historian.Quality;
import org.millwright.sparkplug.EdgeNodeSession;
import org.millwright.sparkplug.MetricView;
import org.millwright.sparkplug.NodeListener;
import org.millwright.sparkplug.SessionCounters;
import org.millwright.sparkplug.Topic;

/**
 * An edge node's session and where its values go. A metric in a message costs array accesses only.
 */
final class SparkplugNode implements StagedNode, NodeListener {

  /** Held messages are given up at the first tick after the reorder time. */
  private static final long HOLD_MARGIN_MILLIS = 500;

  private final StageContext context;
  private final Outlet outlet;
  private final NodeState state;
  private final EdgeNodeSession session;
  private final MetricSlots slots;
  private final UnitFeeds feeds;
  private final Seen seen;
  private final SequenceBridge bridge = new SequenceBridge();
  private long arrival;
  private long position;
  private boolean replay;
  private boolean sealed;
  private byte quality;
  private long holdsUntil;

  SparkplugNode(EdgeNodeId node, StageContext context, Outlet outlet) {
    this.context = context;
    this.outlet = outlet;
    state = context.nodes().computeIfAbsent(node, id -> new NodeState(id, false));
    session = new EdgeNodeSession(context.sessions(), this);
    feeds = new UnitFeeds(node, context.workUnits());
    slots = new MetricSlots(node, context.tags(), session, feeds);
    seen = new Seen(session.counters(), context.totals());
  }

  @Override
  public void take(Queued queued) {
    if (queued.sealed()) {
      bridge.keep(queued);
      return;
    }
    if (queued.replay()) {
      bridge.before(queued).forEach(this::accept);
    }
    accept(queued);
  }

  private void accept(Queued queued) {
    Topic.Edge edge = queued.route().edge();
    RawMessage message = queued.message();
    if (edge == null) {
      lost(message.arrival(), queued.position());
      return;
    }
    arrival = message.arrival();
    position = queued.position();
    replay = queued.replay();
    sealed = queued.sealed();
    quality = session.clockOffset() == 0 ? Quality.GOOD.code() : Quality.UNCERTAIN.code();
    if (session.accept(edge, message.payload(), arrival) == EdgeNodeSession.Outcome.HELD) {
      holdsUntil = arrival + context.sessions().reorderTimeout() + HOLD_MARGIN_MILLIS;
      context.totals().held.increment();
    }
    note(message, edge.device() == null ? "" : edge.device());
    replay = false;
    sealed = false;
  }

  @Override
  public void replayed(long at, long position, long now) {
    bridge.before(null).forEach(this::accept);
    boolean wasOnline = session.isOnline();
    lost(at, position);
    if (wasOnline) {
      arrival = now;
      session.wantRebirth("RESTART", now);
    }
  }

  @Override
  public void resumed(long now) {
    bridge.before(null).forEach(this::accept);
    if (session.isOnline()) {
      arrival = now;
      session.wantRebirth("RESTART", now);
    }
  }

  private void note(RawMessage message, String device) {
    state.lastMessages.put(device, message);
    state.lastMessageAt = message.arrival();
    if (sealed) {
      seen.pass();
    } else {
      seen.count();
    }
    SessionCounters counters = session.counters();
    state.messages = counters.messages();
    state.metrics = counters.metrics();
    state.births = counters.births();
    state.gaps = counters.gaps();
    state.rebirthsAsked = counters.rebirthsAsked();
    state.refused = counters.refused();
    state.clockOffset = session.clockOffset();
  }

  @Override
  public void born(String device, int metrics, boolean rebirth) {
    if (device.isEmpty() && !state.online) {
      state.online = true;
      state.since = arrival;
    }
    if (!sealed) {
      context
          .listener()
          .happened(new SessionEvent.Born(state.node(), device, arrival, metrics, rebirth));
    }
  }

  @Override
  public void declared(int slot, MetricView metric) {
    slots.declare(slot, metric);
  }

  @Override
  public void sample(int slot, long time, boolean historical, MetricView metric) {
    slots.read(slot, metric, quality);
    int tag = slots.tag(slot);
    if (!historical) {
      context.live().set(tag, time, arrival, slots.value(), slots.text(), slots.quality());
    }
    if (sealed) {
      return;
    }
    if (metric.isTransient()) {
      context.totals().notStored.increment();
    } else {
      outlet.add(tag, time, slots.value(), slots.text(), slots.quality(), arrival);
    }
    if (!historical) {
      for (UnitFeeds.Way way : slots.ways(slot)) {
        way.feed()
            .sample(way.properties(), time, slots.value(), slots.text(), slots.quality(), position);
      }
    }
  }

  @Override
  public void died(String device) {
    if (device.isEmpty()) {
      state.online = false;
      state.since = arrival;
    }
    slots.forEach(device, this::stale);
    if (!sealed) {
      feeds.died(device, arrival, position);
      context.listener().happened(new SessionEvent.Died(state.node(), device, arrival));
    }
  }

  /**
   * From now on nobody knows the value: shown at once, and a mark in the history that ends its
   * holding.
   */
  private void stale(int tag) {
    context.live().degrade(tag, Quality.STALE.code());
    if (!sealed) {
      outlet.add(tag, arrival, Double.NaN, null, Quality.STALE.code(), arrival);
      context.totals().values.increment();
    }
  }

  @Override
  public void gap(int expected, int got) {
    if (!replay) {
      context
          .listener()
          .happened(new SessionEvent.SequenceGap(state.node(), arrival, expected, got));
    }
  }

  @Override
  public void rebirthWanted(String reason) {
    if (!replay) {
      context.commands().requestRebirth(state.node());
      context.listener().happened(new SessionEvent.RebirthAsked(state.node(), arrival, reason));
    }
  }

  @Override
  public void clockWrong(long offsetMillis) {
    quality = offsetMillis == 0 ? Quality.GOOD.code() : Quality.UNCERTAIN.code();
    if (!replay) {
      context.listener().happened(new SessionEvent.ClockWrong(state.node(), arrival, offsetMillis));
    }
  }

  @Override
  public void refused(String device, Refusal refusal) {
    if (!replay) {
      context
          .listener()
          .happened(new SessionEvent.MessageRefused(state.node(), device, arrival, refusal));
    }
  }

  @Override
  public void lost(long at, long position) {
    arrival = at;
    this.position = position;
    session.connectionLost();
  }

  @Override
  public void tick(long now) {
    arrival = now;
    quality = session.clockOffset() == 0 ? Quality.GOOD.code() : Quality.UNCERTAIN.code();
    session.tick(now);
    seen.count();
    state.gaps = session.counters().gaps();
    state.rebirthsAsked = session.counters().rebirthsAsked();
    if (now >= holdsUntil) {
      holdsUntil = 0;
    }
    feeds.tick(now);
  }

  @Override
  public void follow(Following following, long now) {
    if (feeds.follow(following, now)) {
      slots.findWays();
    }
  }

  @Override
  public long holdsUntil() {
    return holdsUntil;
  }

  @Override
  public void close(long now) {
    feeds.close(now);
  }
}
