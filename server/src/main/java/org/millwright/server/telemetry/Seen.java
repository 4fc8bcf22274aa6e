// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import org.millwright.sparkplug.SessionCounters;

/** Carries a session's counters over into the platform's totals. */
final class Seen {

  private final SessionCounters counters;
  private final IngestTotals totals;
  private long metrics;
  private long refusedMetrics;
  private long duplicates;
  private long unborn;
  private long staleDeaths;
  private long refused;
  private long jumps;

  Seen(SessionCounters counters, IngestTotals totals) {
    this.counters = counters;
    this.totals = totals;
  }

  /** Adds what was counted since the last call. */
  void count() {
    totals.values.add(counters.metrics() - metrics);
    totals.refusedValues.add(counters.unknownMetrics() + counters.mistyped() - refusedMetrics);
    totals.duplicateMessages.add(counters.duplicates() - duplicates);
    totals.unborn.add(counters.unborn() - unborn);
    totals.staleDeaths.add(counters.staleDeaths() - staleDeaths);
    totals.refused.add(counters.refused() - refused);
    totals.clockJumps.add(counters.clockJumps() - jumps);
    pass();
  }

  /** Passes over what was counted since the last call: it was counted before the restart. */
  void pass() {
    metrics = counters.metrics();
    refusedMetrics = counters.unknownMetrics() + counters.mistyped();
    duplicates = counters.duplicates();
    unborn = counters.unborn();
    staleDeaths = counters.staleDeaths();
    refused = counters.refused();
    jumps = counters.clockJumps();
  }
}
