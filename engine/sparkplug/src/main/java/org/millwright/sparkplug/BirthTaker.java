// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.nio.charset.StandardCharsets;
import org.millwright.model.Refusal;

/** Takes the metrics of checked births and data messages into the table and hands them on. */
final class BirthTaker {

  static final long NO_BD_SEQ = Long.MIN_VALUE;

  private static final byte[] BD_SEQ = "bdSeq".getBytes(StandardCharsets.UTF_8);

  private static final String MISTYPED = "A value is of another kind than its birth declared.";

  private final PayloadReader reader;
  private final NodeListener listener;
  private final SessionCounters counters;
  private final NodeClock clock;
  private final MetricTable table;

  BirthTaker(
      SessionSettings settings,
      PayloadReader reader,
      NodeListener listener,
      SessionCounters counters,
      NodeClock clock) {
    this.reader = reader;
    this.listener = listener;
    this.counters = counters;
    this.clock = clock;
    table = new MetricTable(settings.maxMetrics(), settings.maxDevices());
  }

  MetricTable table() {
    return table;
  }

  /** The bdSeq metric of the current message, {@link #NO_BD_SEQ} without. */
  long bdSeq() {
    long found = NO_BD_SEQ;
    while (found == NO_BD_SEQ && reader.next()) {
      MetricView metric = reader.metric();
      if (metric.nameIs(BD_SEQ) && !metric.isNull()) {
        found = metric.asLong(DataType.INT64);
      }
    }
    reader.rewind();
    return found;
  }

  void forget(String device) {
    table.beginBirth(table.device(device));
  }

  void take(Topic.Edge topic, int device, boolean rebirth, long arrival) {
    String name = topic.device() == null ? "" : topic.device();
    listener.born(name, reader.metricCount(), rebirth);
    table.beginBirth(device);
    boolean full = false;
    boolean nameless = false;
    boolean aliasTwice = false;
    boolean mistyped = false;
    while (reader.next()) {
      MetricView metric = reader.metric();
      int slot = metric.hasName() ? table.declare(device, reader) : MetricTable.UNKNOWN;
      if (slot == MetricTable.UNKNOWN) {
        nameless |= !metric.hasName();
        full |= metric.hasName();
      } else {
        aliasTwice |= metric.hasAlias() && !table.tie(metric.alias(), slot);
        listener.declared(slot, metric);
        mistyped |= !hand(slot, arrival);
      }
    }
    complain(mistyped, topic, "VALUE", MISTYPED);
    complain(nameless, topic, "NAMELESS", "A metric of the birth has no name and is left out.");
    complain(full, topic, "METRICS", "The birth declares more metrics than this host takes.");
    complain(
        aliasTwice, topic, "ALIAS-TWICE", "Two metrics share an alias; it stands for neither.");
  }

  private void complain(boolean cause, Topic.Edge topic, String code, String message) {
    if (cause) {
      listener.refused(
          topic.device() == null ? "" : topic.device(),
          Refusal.of("SPARKPLUG-" + code, topic.toString(), message));
    }
  }

  /** True when a metric was not known, so that a rebirth is needed. */
  boolean data(Topic.Edge topic, int device, long arrival) {
    boolean unknown = false;
    boolean mistyped = false;
    while (reader.next()) {
      int slot = table.find(device, reader);
      if (slot == MetricTable.UNKNOWN) {
        counters.unknownMetrics++;
        unknown = true;
      } else {
        mistyped |= !hand(slot, arrival);
      }
    }
    complain(mistyped, topic, "VALUE", MISTYPED);
    return unknown;
  }

  /** False when the value is of another kind than declared: it is counted and left out. */
  private boolean hand(int slot, long arrival) {
    MetricView metric = reader.metric();
    DataType type = table.type(slot);
    if (!metric.isNull() && !metric.holds(type)) {
      counters.mistyped++;
      return false;
    }
    long time = arrival;
    if (metric.hasTimestamp()) {
      time = clock.correct(metric.timestamp(), arrival);
    } else if (reader.hasTimestamp()) {
      time = clock.correct(reader.timestamp(), arrival);
    }
    counters.metrics++;
    listener.sample(slot, time, metric.isHistorical(), metric);
    return true;
  }
}
