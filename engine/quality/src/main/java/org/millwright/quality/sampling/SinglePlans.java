// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import java.util.List;
import org.millwright.quality.Outcome;

/**
 * Single sampling plans of GB/T 2828.1-2012 (ISO 2859-1:1999), tables 2-A, 2-B and 2-C, generated:
 * along the diagonals where code letter and AQL rise against each other the acceptance number is
 * the same, so with both numbered from 1 it depends on their sum.
 *
 * <p>Normal and tightened agree with every cell of MIL-STD-105E. Reduced inspection follows the
 * 1999 edition, where Re = Ac + 1; it agrees with public transcriptions of GB/T 2828.1-2012 and
 * could not be held against the printed standard.
 */
public final class SinglePlans {

  private static final String STANDARD = "GB/T 2828.1-2012 (ISO 2859-1:1999)";
  private static final int[] SIZES = {
    2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150
  };
  private static final int[] REDUCED_SIZES = {
    2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800
  };

  /** Acceptance numbers from the sum 19 on; the last two only for letters A to E. */
  private static final int[] NORMAL = {1, 2, 3, 5, 7, 10, 14, 21, 30, 44};

  /** From the sum 20 on; the last two only for letters A to E. */
  private static final int[] TIGHTENED = {1, 2, 3, 5, 8, 12, 18, 27, 41};

  /** From the sum 20 on; the last two only for letters C to E. */
  private static final int[] REDUCED = {1, 2, 3, 5, 6, 8, 10, 14, 21};

  private static final int LAST_SHARED_SUM = 26;
  private static final int LETTER_A = 1;
  private static final int LETTER_B = 2;
  private static final int LETTER_D = 4;
  private static final int LETTER_E = 5;
  private static final int AQL_10 = 16;

  private SinglePlans() {}

  /** The plan for a code letter and an AQL, arrows followed. */
  public static Outcome<SamplingPlan> find(char letter, double aql, Inspection inspection) {
    int code = CodeLetters.number(letter);
    if (code < 1 || code > 16) {
      return Outcome.refuse(
          "QUALITY-LETTER-UNKNOWN",
          "--letter",
          "no code letter is \"" + letter + "\".",
          "A to R without I and O");
    }
    return Aql.number(aql).map(number -> plan(code, number, inspection));
  }

  private static SamplingPlan plan(int code, int aql, Inspection inspection) {
    if (inspection == Inspection.TIGHTENED && code == LETTER_A && aql == AQL_10) {
      return cell(
          LETTER_D,
          1,
          inspection,
          "MIL-STD-105E sends this cell to D; transcriptions of GB/T 2828.1-2012 give A with n = 2"
              + " and Ac = 0");
    }
    int at = followArrow(code, aql, inspection);
    return cell(at, acceptance(at, aql, inspection), inspection, "");
  }

  private static SamplingPlan cell(int code, int acceptance, Inspection inspection, String note) {
    int size = (inspection == Inspection.REDUCED ? REDUCED_SIZES : SIZES)[code - 1];
    SamplingPlan.Sample sample = new SamplingPlan.Sample(size, acceptance, acceptance + 1);
    String letter = CodeLetters.LETTERS.substring(code - 1, code);
    return new SamplingPlan(STANDARD, letter, List.of(sample), note);
  }

  /** The letter whose cell in the AQL's column is meant, going the arrow's way first. */
  private static int followArrow(int code, int aql, Inspection inspection) {
    if (acceptance(code, aql, inspection) >= 0) {
      return code;
    }
    int way = arrow(code + aql, inspection);
    int found = nearest(code, aql, inspection, way);
    return found > 0 ? found : nearest(code, aql, inspection, -way);
  }

  private static int nearest(int code, int aql, Inspection inspection, int way) {
    int last = inspection == Inspection.TIGHTENED ? 17 : 16;
    for (int c = code + way; c >= 1 && c <= last; c += way) {
      if (acceptance(c, aql, inspection) >= 0) {
        return c;
      }
    }
    return -1;
  }

  /** Down (1) to larger samples or up (−1) to smaller ones. */
  private static int arrow(int sum, Inspection inspection) {
    boolean up = sum > LAST_SHARED_SUM || (sum == 17 && inspection != Inspection.TIGHTENED);
    return up ? -1 : 1;
  }

  /** A cell's acceptance number, −1 for an arrow. */
  private static int acceptance(int code, int aql, Inspection inspection) {
    int sum = code + aql;
    return switch (inspection) {
      case NORMAL -> sum == 16 ? 0 : onDiagonal(sum - 19, NORMAL, sum, code <= LETTER_E);
      case TIGHTENED -> tightened(code, sum);
      case REDUCED -> reduced(code, aql, sum);
    };
  }

  private static int tightened(int code, int sum) {
    if (code == 17) {
      return sum == 20 ? 1 : -1; // S stands in the table for AQL 0.025 alone
    }
    return sum == 17 ? 0 : onDiagonal(sum - 20, TIGHTENED, sum, code <= LETTER_E);
  }

  private static int reduced(int code, int aql, int sum) {
    if (sum == 16) {
      return 0;
    }
    if (code <= LETTER_B) {
      return onDiagonal(aql - 18, NORMAL, 0, false); // n is 2 for both, as for A normal
    }
    return onDiagonal(sum - 20, REDUCED, sum, code <= LETTER_E);
  }

  private static int onDiagonal(int index, int[] numbers, int sum, boolean large) {
    boolean inside = index >= 0 && index < numbers.length;
    return inside && (sum <= LAST_SHARED_SUM || large) ? numbers[index] : -1;
  }
}
