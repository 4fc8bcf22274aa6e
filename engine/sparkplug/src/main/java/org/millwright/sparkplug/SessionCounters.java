// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

/**
 * What happened in a session since it was made. Written by the session's thread only.
 *
 * <p>Nothing is dropped uncounted: every message ends in {@link #messages} and, unless it was
 * applied, in one of the others.
 */
public final class SessionCounters {

  long messages;
  long metrics;
  long births;
  long deviceBirths;
  long deaths;
  long staleDeaths;
  long gaps;
  long reordered;
  long duplicates;
  long discarded;
  long unborn;
  long unknownMetrics;
  long mistyped;
  long refused;
  long rebirthsAsked;
  long clockJumps;

  SessionCounters() {}

  /** Messages given to the session. */
  public long messages() {
    return messages;
  }

  /** Metric values handed on. */
  public long metrics() {
    return metrics;
  }

  /** NBIRTHs taken. */
  public long births() {
    return births;
  }

  /** DBIRTHs taken. */
  public long deviceBirths() {
    return deviceBirths;
  }

  /** NDEATHs and DDEATHs taken. */
  public long deaths() {
    return deaths;
  }

  /** Deaths ignored: of an older session (bdSeq), repeated, or of a device not born. */
  public long staleDeaths() {
    return staleDeaths;
  }

  /** Sequence gaps whose reorder time ran out. */
  public long gaps() {
    return gaps;
  }

  /** Messages that came early and were put in their place. */
  public long reordered() {
    return reordered;
  }

  /** Messages whose sequence number had been applied already. */
  public long duplicates() {
    return duplicates;
  }

  /** Held messages given up because their session ended before the missing one came. */
  public long discarded() {
    return discarded;
  }

  /** Messages of a node or device without a birth. */
  public long unborn() {
    return unborn;
  }

  /** Metric values whose alias or name no birth declared. */
  public long unknownMetrics() {
    return unknownMetrics;
  }

  /** Metric values of another kind than their birth declared. */
  public long mistyped() {
    return mistyped;
  }

  /** Messages refused: malformed, too large, without a valid sequence number. */
  public long refused() {
    return refused;
  }

  /** Rebirths asked for. */
  public long rebirthsAsked() {
    return rebirthsAsked;
  }

  /** Times the node's clock went beyond the tolerance or jumped while there. */
  public long clockJumps() {
    return clockJumps;
  }
}
