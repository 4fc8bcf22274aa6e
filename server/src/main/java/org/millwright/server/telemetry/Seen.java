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
    long nowMetrics = counters.metrics();
    long nowRefusedMetrics = counters.unknownMetrics() + counters.mistyped();
    long nowDuplicates = counters.duplicates();
    long nowUnborn = counters.unborn();
    long nowStaleDeaths = counters.staleDeaths();
    long nowRefused = counters.refused();
    long nowJumps = counters.clockJumps();
    totals.values.add(nowMetrics - metrics);
    totals.refusedValues.add(nowRefusedMetrics - refusedMetrics);
    totals.duplicateMessages.add(nowDuplicates - duplicates);
    totals.unborn.add(nowUnborn - unborn);
    totals.staleDeaths.add(nowStaleDeaths - staleDeaths);
    totals.refused.add(nowRefused - refused);
    totals.clockJumps.add(nowJumps - jumps);
    metrics = nowMetrics;
    refusedMetrics = nowRefusedMetrics;
    duplicates = nowDuplicates;
    unborn = nowUnborn;
    staleDeaths = nowStaleDeaths;
    refused = nowRefused;
    jumps = nowJumps;
  }
}
