// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.concurrent.atomic.LongAdder;

/** Running totals of the ingest since the start; nothing is dropped uncounted. */
final class IngestTotals {

  /** Messages offered; each is one of the next four. */
  final LongAdder offered = new LongAdder();

  final LongAdder taken = new LongAdder();
  final LongAdder full = new LongAdder();
  final LongAdder tooLarge = new LongAdder();
  final LongAdder journalFailed = new LongAdder();

  /** Taken QoS 0 messages that are not in the journal because it could not be written. */
  final LongAdder unjournaled = new LongAdder();

  /** Messages that were read from the journal after a restart. */
  final LongAdder replayed = new LongAdder();

  /** Messages the stages have dealt with: taken and replayed ones end here. */
  final LongAdder handled = new LongAdder();

  final LongAdder held = new LongAdder();
  final LongAdder duplicateMessages = new LongAdder();
  final LongAdder unborn = new LongAdder();
  final LongAdder staleDeaths = new LongAdder();
  final LongAdder refused = new LongAdder();

  /** Plain messages that no mapping rule takes. */
  final LongAdder unmapped = new LongAdder();

  /** Messages of which the platform's own code failed: a bug. */
  final LongAdder broken = new LongAdder();

  /** Metric values that came out of messages; each is stored, a duplicate, or transient. */
  final LongAdder values = new LongAdder();

  /** Values that their sender asked not to store. */
  final LongAdder notStored = new LongAdder();

  /** Values left out: no birth declared them, or of another kind than declared. */
  final LongAdder refusedValues = new LongAdder();

  /**
   * Times a clock was found beyond belief; the values behind it are UNCERTAIN and their times
   * replaced.
   */
  final LongAdder clockJumps = new LongAdder();
}
