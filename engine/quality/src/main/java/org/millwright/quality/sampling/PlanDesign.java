// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import org.millwright.quality.Outcome;

/**
 * The smallest single plan that keeps both risks: Pa(p1) ≥ 1 − α and Pa(p2) ≤ β, as {@code
 * find.plan} of the R package AcceptanceSampling does.
 *
 * @param plan the plan
 * @param producerQuality p1
 * @param producerRisk the risk reached, 1 − Pa(p1)
 * @param consumerQuality p2
 * @param consumerRisk the risk reached, Pa(p2)
 */
public record PlanDesign(
    SamplingPlan plan,
    double producerQuality,
    double producerRisk,
    double consumerQuality,
    double consumerRisk) {

  private static final int GREATEST = 2_000_000;

  /** What is wanted: the two qualities with their risks, the model and the lot size (0: large). */
  public record Wish(
      double p1, double alpha, double p2, double beta, Characteristic.Model model, long lot) {}

  /** Designs a plan. */
  public static Outcome<PlanDesign> of(Wish wish) {
    boolean ordered = wish.p1() > 0 && wish.p1() < wish.p2();
    boolean shares = wish.p2() < 1 || wish.model() == Characteristic.Model.POISSON;
    if (!ordered || !shares || !risk(wish.alpha()) || !risk(wish.beta())) {
      return Outcome.refuse(
          "QUALITY-DESIGN-RANGE",
          "--p1, --p2, --alpha, --beta",
          "a plan needs 0 < p1 < p2 < 1 and risks between 0 and 1; they are "
              + wish.p1()
              + ", "
              + wish.p2()
              + ", "
              + wish.alpha()
              + ", "
              + wish.beta()
              + ".",
          "shares rather than per cent, or the two swapped");
    }
    int size = 1;
    for (int c = 0; c < 5_000; c++) {
      size = smallest(wish, c, Math.max(size, c + 1));
      if (size > GREATEST || (wish.lot() > 0 && size > wish.lot())) {
        break;
      }
      if (acceptance(wish, size, c, wish.p1()) >= 1 - wish.alpha()) {
        return Outcome.of(result(wish, size, c));
      }
    }
    return Outcome.refuse(
        "QUALITY-DESIGN-NONE",
        "",
        "no single plan keeps both risks" + (wish.lot() > 0 ? " in this lot." : "."),
        "p1 and p2 farther apart");
  }

  private static boolean risk(double value) {
    return value > 0 && value < 1;
  }

  private static PlanDesign result(Wish wish, int size, int c) {
    return new PlanDesign(
        SamplingPlan.single(size, c),
        wish.p1(),
        1 - acceptance(wish, size, c, wish.p1()),
        wish.p2(),
        acceptance(wish, size, c, wish.p2()));
  }

  /** The smallest size from a start on whose consumer's risk is kept, doubling then halving. */
  private static int smallest(Wish wish, int c, int from) {
    if (acceptance(wish, from, c, wish.p2()) <= wish.beta()) {
      return from;
    }
    int low = from;
    int high = from;
    while (high <= GREATEST && acceptance(wish, high, c, wish.p2()) > wish.beta()) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (acceptance(wish, middle, c, wish.p2()) <= wish.beta()) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static double acceptance(Wish wish, int size, int c, double p) {
    long lot = wish.lot();
    int drawn = lot > 0 ? (int) Math.min(size, lot) : size;
    return new Characteristic(SamplingPlan.single(drawn, c), wish.model(), lot).at(p).pa();
  }
}
