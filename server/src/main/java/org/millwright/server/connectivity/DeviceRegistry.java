// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.millwright.server.telemetry.SessionEvent;
import org.millwright.server.telemetry.SessionListener;
import org.millwright.server.telemetry.Sessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Every edge node and device that ever spoke. Kept in memory, written to the database once a second
 * where it changed; after a restart all that were online are stale until their births come.
 */
@Component
class DeviceRegistry implements SessionListener, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(DeviceRegistry.class);

  private final DeviceRecords records;
  private final ObjectProvider<Sessions> sessions;
  private final Clock clock;
  private final Map<DeviceId, DeviceEntry> entries = new ConcurrentHashMap<>();
  private final Set<DeviceId> dirty = ConcurrentHashMap.newKeySet();
  private final Set<String> lostSources = ConcurrentHashMap.newKeySet();

  DeviceRegistry(DeviceRecords records, ObjectProvider<Sessions> sessions, Clock clock) {
    this.records = records;
    this.sessions = sessions;
    this.clock = clock;
    for (DeviceEntry entry : records.all()) {
      boolean wasOnline = entry.state() == DeviceEntry.State.ONLINE;
      DeviceEntry now = wasOnline ? entry.in(DeviceEntry.State.STALE, clock.millis()) : entry;
      entries.put(entry.id(), now);
      if (wasOnline) {
        dirty.add(entry.id());
      }
    }
  }

  /** Everything, in the order of names. */
  List<DeviceEntry> all() {
    List<DeviceEntry> all = new ArrayList<>(entries.values());
    all.sort(
        Comparator.comparing((DeviceEntry entry) -> entry.id().source())
            .thenComparing(entry -> entry.id().edgeNode())
            .thenComparing(entry -> entry.id().device()));
    return all;
  }

  Optional<DeviceEntry> find(DeviceId id) {
    return Optional.ofNullable(entries.get(id));
  }

  @Override
  public void happened(SessionEvent event) {
    DeviceId id = DeviceId.of(event.node(), event.device());
    switch (event) {
      case SessionEvent.Born born -> {
        lostSources.remove(born.node().source());
        change(
            id,
            born.at(),
            entry ->
                entry
                    .in(DeviceEntry.State.ONLINE, born.at())
                    .born(born.metrics(), born.rebirth())
                    .heard(born.at()));
      }
      case SessionEvent.Died died -> change(id, died.at(), entry -> died(entry, died.at()));
      case SessionEvent.Silent silent ->
          change(id, silent.at(), entry -> entry.in(DeviceEntry.State.STALE, silent.at()));
      case SessionEvent.SequenceGap gap -> change(id, gap.at(), DeviceEntry::gap);
      case SessionEvent.RebirthAsked asked -> change(id, asked.at(), DeviceEntry::askedForRebirth);
      case SessionEvent.MessageRefused refused ->
          change(id, refused.at(), entry -> entry.refused(refused.refusal().toString()));
      case SessionEvent.ClockWrong wrong -> change(id, wrong.at(), entry -> entry);
    }
  }

  private DeviceEntry died(DeviceEntry entry, long at) {
    return lostSources.contains(entry.id().source())
        ? entry.in(DeviceEntry.State.STALE, at)
        : entry.in(DeviceEntry.State.OFFLINE, at).died();
  }

  /** A plain MQTT sender was heard. */
  void plainHeard(DeviceId id, long at) {
    DeviceEntry known = entries.get(id);
    if (known == null || known.state() != DeviceEntry.State.ONLINE) {
      change(id, at, entry -> entry.in(DeviceEntry.State.ONLINE, at).heard(at));
    } else if (at - known.lastMessage() >= 1_000) {
      change(id, at, entry -> entry.heard(at));
    }
  }

  /** The connection to a broker is gone: nobody knows how its nodes are. */
  void sourceLost(String source) {
    lostSources.add(source);
    long now = clock.millis();
    for (DeviceEntry entry : entries.values()) {
      if (entry.id().source().equals(source) && entry.state() == DeviceEntry.State.ONLINE) {
        change(entry.id(), now, known -> known.in(DeviceEntry.State.STALE, now));
      }
    }
    sessions.ifAvailable(all -> all.sourceLost(source));
  }

  private void change(DeviceId id, long at, UnaryOperator<DeviceEntry> how) {
    entries.compute(
        id, (key, entry) -> how.apply(entry == null ? DeviceEntry.first(id, at) : entry));
    dirty.add(id);
  }

  /** Takes over who was heard without a birth yet, and stores what changed. */
  @Scheduled(fixedDelay = 1000)
  void keep() {
    sessions.ifAvailable(this::takeActivities);
    Map<DeviceId, DeviceEntry> changed = new HashMap<>();
    for (DeviceId id : Set.copyOf(dirty)) {
      // Removed before it is read: a change in between makes it dirty again.
      dirty.remove(id);
      find(id).ifPresent(entry -> changed.put(id, entry));
    }
    if (changed.isEmpty()) {
      return;
    }
    try {
      records.save(changed.values());
    } catch (DataAccessException | TransactionException failure) {
      dirty.addAll(changed.keySet());
      LOG.warn("The register of devices cannot be written: {}", failure.getMessage());
    }
  }

  private void takeActivities(Sessions all) {
    for (Sessions.Activity activity : all.activities()) {
      DeviceId id = DeviceId.of(activity.node(), "");
      DeviceEntry known = entries.get(id);
      if (known == null || activity.lastMessageAt() > known.lastMessage()) {
        change(id, activity.lastMessageAt(), entry -> entry.heard(activity.lastMessageAt()));
      }
    }
    for (DeviceEntry entry : entries.values()) {
      if (!entry.id().device().isEmpty()) {
        all.lastMessage(entry.id().node(), entry.id().device())
            .filter(message -> message.arrival() > entry.lastMessage())
            .ifPresent(message ->
                change(entry.id(), message.arrival(), known -> known.heard(message.arrival())));
      }
    }
  }

  @Override
  public void destroy() {
    keep();
  }
}
