// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

/**
 * How far a sample can be trusted, from best to worst; {@link #code()} is what is stored, in memory
 * and in Parquet, and the worst of several is the one with the highest code.
 */
public enum Quality {
  /** Reported by a living session, at a believable time. */
  GOOD(0),
  /**
   * Usable, but something about it is doubtful: its time was replaced because the clock was wrong.
   */
  UNCERTAIN(1),
  /** The last value of a node or device that has died or has not been heard since a restart. */
  STALE(2),
  /** Reported as unusable by its source, or without a value. */
  BAD(3);

  private static final Quality[] BY_CODE = values();

  private final byte code;

  Quality(int code) {
    this.code = (byte) code;
  }

  /** The stored form, 0 to 3. */
  public byte code() {
    return code;
  }

  /** The quality stored as {@code code}. */
  public static Quality of(byte code) {
    return BY_CODE[code];
  }
}
