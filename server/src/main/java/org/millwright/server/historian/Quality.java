// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

/** How far a sample can be trusted; {@link #code()} is what is stored, in memory and in Parquet. */
public enum Quality {
  /** Reported by a living session, at a believable time. */
  GOOD(0),
  /** The last value of a node or device that has died or has not been heard since a restart. */
  STALE(1),
  /** Reported as unusable by its source, or without a value. */
  BAD(2),
  /**
   * Usable, but something about it is doubtful: its time was replaced because the clock was wrong.
   */
  UNCERTAIN(3);

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
