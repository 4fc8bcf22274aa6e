// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import org.hipparchus.distribution.continuous.BetaDistribution;
import org.millwright.quality.Outcome;
import org.millwright.quality.math.Normal;

/**
 * A defect rate with exact limits (Clopper and Pearson 1934).
 *
 * @param defects how many were defective
 * @param units of how many
 * @param rate the share
 * @param ppm the share per million
 * @param confidence the confidence of the limits
 * @param lower the lower limit, two-sided
 * @param upper the upper limit, two-sided
 * @param lowerPpm the lower limit per million
 * @param upperPpm the upper limit per million
 * @param oneSidedUpper the upper limit when only it is asked for
 * @param oneSidedUpperPpm the same per million
 * @param oneSidedLower the lower limit when only it is asked for
 * @param z the standard normal quantile of the good share
 */
public record DefectRate(
    long defects,
    long units,
    double rate,
    double ppm,
    double confidence,
    double lower,
    double upper,
    double lowerPpm,
    double upperPpm,
    double oneSidedUpper,
    double oneSidedUpperPpm,
    double oneSidedLower,
    double z) {

  private static final double MILLION = 1e6;

  /** Works out the limits. */
  static DefectRate of(long defects, long units, double confidence) {
    double rate = defects / (double) units;
    double lower = low(defects, units, (1 - confidence) / 2);
    double upper = high(defects, units, (1 - confidence) / 2);
    double most = high(defects, units, 1 - confidence);
    return new DefectRate(
        defects,
        units,
        rate,
        rate * MILLION,
        confidence,
        lower,
        upper,
        lower * MILLION,
        upper * MILLION,
        most,
        most * MILLION,
        low(defects, units, 1 - confidence),
        rate > 0 && rate < 1 ? -Normal.quantile(rate) : Double.NaN);
  }

  /** Checks the counts and works out the limits. */
  public static Outcome<DefectRate> checked(long defects, long units, double confidence) {
    if (units < 1 || defects < 0 || defects > units) {
      return Outcome.refuse(
          "QUALITY-COUNT-OVER-SIZE",
          "--defects, --units",
          defects + " defective of " + units + " cannot be.",
          "the two swapped");
    }
    return confidence(confidence).map(known -> of(defects, units, known));
  }

  static Outcome<Double> confidence(double confidence) {
    return confidence > 0 && confidence < 1
        ? Outcome.of(confidence)
        : Outcome.refuse(
            "QUALITY-OPTION-RANGE",
            "--confidence",
            confidence + " is not a confidence between 0 and 1.",
            "0.95");
  }

  /**
   * Refuses a claim of at most so many defects per million that the count does not bear out, with
   * the count it would take.
   */
  public Outcome<DefectRate> claim(double claimedPpm) {
    double share = claimedPpm / MILLION;
    if (oneSidedUpper <= share) {
      return Outcome.of(this);
    }
    String needed =
        share > 0 && share < 1
            ? "It takes "
                + grouped(needed(0, share))
                + " without a defect"
                + (defects > 0
                    ? ", or " + grouped(needed(defects, share)) + " with these " + defects
                    : "")
                + "."
            : "No count bears it out.";
    return Outcome.refuse(
        "QUALITY-CLAIM-UNPROVEN",
        "--claim-ppm",
        String.format(
            java.util.Locale.ROOT,
            "%s of %s does not show at most %s ppm: at %s %% confidence it may be %.1f ppm. %s",
            defects,
            grouped(units),
            number(claimedPpm),
            number(confidence * 100),
            oneSidedUpperPpm,
            needed),
        "");
  }

  /** The fewest units that, with so many defects, show a share at the confidence. */
  public long needed(long found, double share) {
    long low = found;
    long high = Math.max(1, found + 1);
    while (high(found, high, 1 - confidence) > share) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (high(found, middle, 1 - confidence) > share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double low(long defects, long units, double tail) {
    return defects == 0
        ? 0
        : new BetaDistribution(defects, units - defects + 1.0).inverseCumulativeProbability(tail);
  }

  private static double high(long defects, long units, double tail) {
    if (defects == units) {
      return 1;
    }
    return defects == 0
        ? -Math.expm1(Math.log(tail) / units)
        : new BetaDistribution(defects + 1.0, units - defects)
            .inverseCumulativeProbability(1 - tail);
  }

  private static String grouped(long number) {
    return String.format(java.util.Locale.ROOT, "%,d", number);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
