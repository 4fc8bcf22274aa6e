// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Writes Markdown tables. */
final class Markdown {

  private final StringBuilder text = new StringBuilder();

  Markdown(String... header) {
    row(header);
    text.append("|---".repeat(header.length)).append("|\n");
  }

  Markdown row(String... cells) {
    text.append("| ").append(String.join(" | ", List.of(cells))).append(" |\n");
    return this;
  }

  String end() {
    return text + "\n";
  }

  /** A number to so many decimals, halves up as published tables round. */
  static String number(double value, int decimals) {
    return Double.isFinite(value)
        ? new BigDecimal(Double.toString(value))
            .setScale(decimals, RoundingMode.HALF_UP)
            .toPlainString()
        : "–";
  }

  static String met(boolean met) {
    return met ? "met" : "**missed**";
  }
}
