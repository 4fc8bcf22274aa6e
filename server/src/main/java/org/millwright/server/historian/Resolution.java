// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

/** How finely a trend is told. */
public enum Resolution {
  RAW("raw", 1),
  MINUTE("1m", 60_000),
  HOUR("1h", 3_600_000);

  private final String label;
  private final long millis;

  Resolution(String label, long millis) {
    this.label = label;
    this.millis = millis;
  }

  /** As the HTTP API writes it. */
  public String label() {
    return label;
  }

  /** Length of one step in milliseconds. */
  public long millis() {
    return millis;
  }
}
