// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import java.util.List;
import java.util.Locale;
import org.millwright.quality.Outcome;

/** Sample size code letters: GB/T 2828.1 (ISO 2859-1), table 1. */
public final class CodeLetters {

  /** The letters in order; I and O are not used. */
  public static final String LETTERS = "ABCDEFGHJKLMNPQRS";

  /** The inspection levels in the order of the table's columns. */
  public static final List<String> LEVELS = List.of("S-1", "S-2", "S-3", "S-4", "I", "II", "III");

  /** The greatest lot of each row but the last. */
  private static final long[] LOTS = {
    8, 15, 25, 50, 90, 150, 280, 500, 1_200, 3_200, 10_000, 35_000, 150_000, 500_000
  };

  /** A row a range of lots, a column a level. */
  private static final String[] ROWS = {
    "AAAAAAB", "AAAAABC", "AABBBCD", "ABBCCDE", "BBCCCEF", "BBCDDFG", "BCDEEGH", "BCDEFHJ",
    "CCEFGJK", "CDEGHKL", "CDFGJLM", "CDFHKMN", "DEGJLNP", "DEGJMPQ", "DEHKNQR"
  };

  private CodeLetters() {}

  /** The canonical level of what a person wrote: II, 2, G-II, s3, S-3. */
  public static Outcome<String> level(String text) {
    String plain =
        text.strip()
            .toUpperCase(Locale.ROOT)
            .replaceAll("^(GENERAL|LEVEL|GI|G)[ -]*", "")
            .replace("Ⅲ", "III")
            .replace("Ⅱ", "II")
            .replace("Ⅰ", "I")
            .replaceAll("^S[ -]?([1-4])$", "S-$1");
    String level =
        switch (plain) {
          case "1" -> "I";
          case "2" -> "II";
          case "3" -> "III";
          default -> plain;
        };
    return LEVELS.contains(level)
        ? Outcome.of(level)
        : Outcome.refuse(
            "QUALITY-LEVEL-UNKNOWN",
            "--level",
            "no inspection level is called \"" + text + "\".",
            "one of I, II, III, S-1, S-2, S-3, S-4");
  }

  /** The letter for a lot at a level. */
  public static Outcome<Character> letter(long lot, String level) {
    if (lot < 2 || lot > Integer.MAX_VALUE) {
      return Outcome.refuse(
          "QUALITY-LOT-TOO-SMALL",
          "--lot",
          "a lot of "
              + lot
              + " cannot be sampled: the tables go from 2 to "
              + Integer.MAX_VALUE
              + ".",
          "inspect every unit");
    }
    return level(level)
        .map(known -> {
          int row = 0;
          while (row < LOTS.length && lot > LOTS[row]) {
            row++;
          }
          return ROWS[row].charAt(LEVELS.indexOf(known));
        });
  }

  /** The letter's number: A is 1. */
  static int number(char letter) {
    return LETTERS.indexOf(letter) + 1;
  }
}
