// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.quality.Outcome;

class CapabilityTest {

  private static final double[] SKEWED = {
    2.1, 3.4, 1.2, 5.6, 2.8, 3.9, 7.4, 1.9, 4.4, 2.6, 3.1, 10.2
  };

  private static List<double[]> singles(double... values) {
    return Arrays.stream(values).mapToObj(x -> new double[] {x}).toList();
  }

  private static Capability study(CapabilityRequest request, double... values) {
    return CapabilityStudy.of(singles(values), request) instanceof Outcome.Done<Capability> done
        ? done.value()
        : null;
  }

  private static CapabilityRequest limits(double lower, double upper) {
    return CapabilityRequest.of(new Limits(lower, upper, (lower + upper) / 2));
  }

  /** Values whose mean is 0 and whose deviation is 1. */
  private static double[] standard(int n) {
    double[] values = new double[n];
    double size = Math.sqrt((n - 1.0) / n);
    for (int i = 0; i < n; i++) {
      values[i] = i % 2 == 0 ? size : -size;
    }
    return values;
  }

  /** R qcc's table for the piston rings: n = 125, mean 74.001176, sigma 0.009785. */
  @Test
  void intervalsAreThoseOfQcc() {
    CapabilityRequest request = limits(73.95, 74.05).withStandards(74.001176, 0.009785337607);
    Capability result = study(request, Arrays.stream(standard(125)).map(x -> 74 + x).toArray());

    assertThat(result.cp()).isCloseTo(1.703, within(5e-4));
    assertInterval(result, "cp", 1.491, 1.915);
    assertThat(result.cpk()).isCloseTo(1.663, within(5e-4));
    assertInterval(result, "cpk", 1.448, 1.878);
    assertInterval(result, "cpl", 1.555, 1.932);
    assertInterval(result, "cpu", 1.483, 1.844);
    assertThat(result.cpm()).isCloseTo(1.691, within(5e-4));
    assertInterval(result, "cpm", 1.480, 1.902);
  }

  private static void assertInterval(Capability result, String key, double low, double high) {
    assertThat(result.intervals().get(key).lower()).isCloseTo(low, within(6e-4));
    assertThat(result.intervals().get(key).upper()).isCloseTo(high, within(6e-4));
  }

  @Test
  void normalityStatisticsAreThoseOfScipy() {
    Normality tests = Normality.test(SKEWED);

    assertThat(tests.shapiroWilk()).isCloseTo(0.86940691, within(1e-6));
    assertThat(tests.shapiroWilkP()).isCloseTo(0.06422791, within(1e-6));
    assertThat(tests.andersonDarling()).isCloseTo(0.63585771, within(1e-6));
    assertThat(tests.jarqueBera()).isCloseTo(3.45373010, within(1e-6));
  }

  @Test
  void distributionsAreFittedAsScipyFitsThem() {
    Capability result = study(limits(0.5, 12).withDistribution("best"), SKEWED);

    Map<String, Double> weibull = parameters(result, "weibull");
    assertThat(weibull.get("shape")).isCloseTo(1.77785884, within(2e-3));
    assertThat(weibull.get("scale")).isCloseTo(4.58713640, within(2e-3));
    assertThat(parameters(result, "gamma").get("shape")).isCloseTo(3.17356324, within(1e-3));
    assertThat(parameters(result, "logistic").get("location")).isCloseTo(3.66289646, within(1e-4));
    assertThat(parameters(result, "largest-extreme-value").get("location"))
        .isCloseTo(2.99126216, within(1e-4));
    assertThat(result.nonNormal().method()).isEqualTo(result.fits().getFirst().distribution());
  }

  private static Map<String, Double> parameters(Capability result, String name) {
    return result.fits().stream()
        .filter(fit -> fit.distribution().equals(name))
        .findFirst()
        .orElseThrow()
        .parameters();
  }

  @Test
  void boxCoxFindsTheLikeliestPowerAndItsInterval() {
    Capability result = study(limits(0.5, 12).withDistribution("box-cox"), SKEWED);

    Map<String, Double> found = result.nonNormal().parameters();
    assertThat(found.get("lambda")).isCloseTo(-0.11800980, within(1e-4));
    assertThat(found.get("lambdaLower")).isCloseTo(-1.02713096, within(1e-4));
    assertThat(found.get("lambdaUpper")).isCloseTo(0.80052082, within(1e-4));
  }

  @Test
  void johnsonMakesSkewedValuesNormal() {
    double[] values = new double[200];
    for (int i = 0; i < values.length; i++) {
      double p = (i + 0.5) / values.length;
      values[i] = Math.exp(0.8 * org.millwright.quality.math.Normal.quantile(p));
    }
    Capability result = study(limits(0.01, 20).withDistribution("johnson"), values);

    assertThat(result.normality().andersonDarlingP()).isLessThan(0.005);
    assertThat(result.nonNormal().normality().andersonDarlingP()).isGreaterThan(0.5);
    // P(X > 20) of this lognormal is 90 ppm.
    assertThat(result.nonNormal().expected().ppmAbove()).isBetween(40.0, 200.0);
  }

  @Test
  void fiftyPpmTakesNearlySixtyThousandPieces() {
    DefectRate rate =
        DefectRate.checked(0, 1_000, 0.95) instanceof Outcome.Done<DefectRate> done
            ? done.value()
            : null;

    assertThat(rate.needed(0, 50e-6)).isEqualTo(59_914);
    assertThat(rate.claim(50))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, no -> assertThat(no.refusal().message()).contains("59,914"));
    assertThat(DefectRate.checked(0, 59_914, 0.95).then(r -> r.claim(50)))
        .isInstanceOf(Outcome.Done.class);
    assertThat(DefectRate.checked(0, 59_913, 0.95).then(r -> r.claim(50)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Property(tries = 100)
  void exactLimitsCoverTheirTail(
      @ForAll @IntRange(min = 1, max = 40) int defects,
      @ForAll @IntRange(min = 50, max = 500) int units) {
    DefectRate rate =
        DefectRate.checked(defects, units, 0.95) instanceof Outcome.Done<DefectRate> done
            ? done.value()
            : null;
    var binomial =
        new org.hipparchus.distribution.discrete.BinomialDistribution(units, rate.upper());

    assertThat(binomial.cumulativeProbability(defects)).isCloseTo(0.025, within(1e-6));
    assertThat(rate.lower()).isLessThan(rate.rate());
  }

  @ParameterizedTest(name = "LSL {0}, USL {1}: {2}")
  @CsvSource({
    "5, 3, QUALITY-LIMITS-REVERSED",
    "3, 3, QUALITY-LIMITS-REVERSED",
    "NaN, NaN, QUALITY-LIMITS-ABSENT",
    "-Infinity, 3, QUALITY-LIMITS-INFINITE"
  })
  void limitsThatAreNoneAreRefused(double lower, double upper, String code) {
    assertThat(CapabilityStudy.of(singles(SKEWED), limits(lower, upper)))
        .isInstanceOfSatisfying(
            Outcome.Refused.class, no -> assertThat(no.refusal().code()).isEqualTo(code));
  }

  @Test
  void valuesThatShowNothingAreRefused() {
    assertThat(CapabilityStudy.of(singles(4, 4, 4, 4), limits(3, 5)))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            no -> assertThat(no.refusal().code()).isEqualTo("QUALITY-CONSTANT-DATA"));
    assertThat(CapabilityStudy.of(singles(4), limits(3, 5))).isInstanceOf(Outcome.Refused.class);
    assertThat(CapabilityStudy.of(singles(-1, 2, 3, 4), limits(3, 5).withDistribution("weibull")))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            no -> assertThat(no.refusal().code()).isEqualTo("QUALITY-VALUE-NOT-POSITIVE"));
  }

  @Test
  void oneLimitGivesOneSide() {
    Capability result = study(limits(Double.NaN, 12), SKEWED);

    assertThat(result.cp()).isNaN();
    assertThat(result.cpk()).isEqualTo(result.cpu());
    assertThat(result.expectedOverall().ppmBelow()).isZero();
  }
}
