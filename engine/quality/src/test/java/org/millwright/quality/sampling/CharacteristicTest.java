// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.millwright.quality.Outcome;

class CharacteristicTest {

  /** Montgomery's single plan n = 89, c = 2. */
  @Test
  void singlePlanOfTheTextbook() {
    Characteristic curve =
        new Characteristic(SamplingPlan.single(89, 2), Characteristic.Model.BINOMIAL, 10_000);

    assertThat(curve.at(0.01).pa()).isCloseTo(0.9397, within(1e-4));
    assertThat(curve.at(0.01).ati()).isCloseTo(687, within(1.0));
    assertThat(curve.worstOutgoing().aoq()).isCloseTo(0.0155, within(5e-4));
  }

  /** Montgomery's double plan n1 = 50, c1 = 1, n2 = 100, c2 = 3 at p = 0.05. */
  @Test
  void doublePlanOfTheTextbook() {
    SamplingPlan plan =
        SamplingPlan.twofold(new SamplingPlan.Sample(50, 1, 4), new SamplingPlan.Sample(100, 3, 4));
    Characteristic.Point point =
        new Characteristic(plan, Characteristic.Model.BINOMIAL, 0).at(0.05);

    assertThat(point.pa()).isCloseTo(0.29042, within(5e-6));
    double secondSample = binomial(50, 2) + binomial(50, 3);
    assertThat(point.asn()).isCloseTo(50 + 100 * secondSample, within(1e-9));
  }

  private static double binomial(int n, int k) {
    double ways = k == 2 ? n * (n - 1) / 2.0 : n * (n - 1) * (n - 2) / 6.0;
    return ways * Math.pow(0.05, k) * Math.pow(0.95, n - k);
  }

  @Test
  void wholeLotsAreJudgedWithoutError() {
    Characteristic curve =
        new Characteristic(SamplingPlan.single(20, 1), Characteristic.Model.HYPERGEOMETRIC, 20);

    assertThat(curve.at(0.05).pa()).isEqualTo(1);
    assertThat(curve.at(0.10).pa()).isCloseTo(0, within(1e-12));
  }

  @Property(tries = 60)
  void designKeepsBothRisksWithTheSmallestSample(
      @ForAll @IntRange(min = 2, max = 30) int perMille,
      @ForAll @IntRange(min = 3, max = 9) int ratio) {
    double p1 = perMille / 1000.0;
    double p2 = p1 * ratio;
    PlanDesign.Wish wish =
        new PlanDesign.Wish(p1, 0.05, p2, 0.10, Characteristic.Model.BINOMIAL, 0);
    PlanDesign design =
        PlanDesign.of(wish) instanceof Outcome.Done<PlanDesign> done ? done.value() : null;

    assertThat(design.producerRisk()).isLessThanOrEqualTo(0.05);
    assertThat(design.consumerRisk()).isLessThanOrEqualTo(0.10);
    SamplingPlan.Sample sample = design.plan().first();
    Characteristic smaller =
        new Characteristic(
            SamplingPlan.single(sample.size() - 1, sample.acceptance()),
            Characteristic.Model.BINOMIAL,
            0);
    assertThat(smaller.at(p2).pa()).isGreaterThan(0.10);
  }
}
