// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import java.util.Locale;
import org.millwright.quality.Outcome;

/** How severely lots are inspected (GB/T 2828.1, 9). */
public enum Inspection {
  NORMAL,
  TIGHTENED,
  REDUCED;

  /** Its key. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a key, a first letter or the Chinese word. */
  public static Outcome<Inspection> parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "normal", "n", "正常" -> Outcome.of(NORMAL);
      case "tightened", "t", "加严" -> Outcome.of(TIGHTENED);
      case "reduced", "r", "放宽" -> Outcome.of(REDUCED);
      default ->
          Outcome.refuse(
              "QUALITY-INSPECTION-UNKNOWN",
              "--inspection",
              "no inspection is called \"" + text + "\".",
              "normal, tightened or reduced");
    };
  }
}
