// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.millwright.simulation.statistics.Interval;
import org.millwright.simulation.study.MeasureKey;
import org.millwright.simulation.study.StudyReport;

/**
 * The rule a simulated figure is held to: at least 30 replications after warm-up, the exact value
 * inside the 99.9 % t-interval, and the 95 % half-width small enough for that to mean something.
 */
public final class Acceptance {

  private static final double RATE = 0.005;
  private static final double QUEUE = 0.02;

  private final StudyReport report;

  private Acceptance(StudyReport report) {
    this.report = report;
  }

  public static Acceptance of(StudyReport report) {
    assertThat(report.replications()).hasSizeGreaterThanOrEqualTo(30);
    return new Acceptance(report);
  }

  public Acceptance rate(String element, String measure, double exact) {
    return check(key(element, measure), exact, RATE);
  }

  public Acceptance queue(String element, String measure, double exact) {
    return check(key(element, measure), exact, QUEUE);
  }

  private static MeasureKey key(String element, String measure) {
    return element.isEmpty() ? MeasureKey.system(measure) : MeasureKey.element(element, measure);
  }

  private Acceptance check(MeasureKey key, double exact, double precision) {
    double[] seen = report.observations(key);
    Interval wide = Interval.of(seen, 0.999);
    Interval narrow = Interval.of(seen, 0.95);
    assertThat(exact)
        .as("%s: exact %s, seen %s +- %s", key, exact, wide.mean(), wide.halfWidth())
        .matches(wide::holds);
    assertThat(narrow.relativeHalfWidth()).as("%s: half-width", key).isLessThan(precision);
    return this;
  }
}
