// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import org.hipparchus.distribution.continuous.FDistribution;

/** One row of an analysis of variance; F and p are not numbers where there is no test. */
public record AnovaRow(String source, int df, double ss, double ms, double f, double p) {

  /** A row tested against another. */
  static AnovaRow against(String source, int df, double ss, AnovaRow error) {
    double ms = ss / df;
    double f = ms / error.ms();
    boolean testable = df > 0 && error.df() > 0 && Double.isFinite(f);
    double p =
        testable ? 1 - new FDistribution(df, error.df()).cumulativeProbability(f) : Double.NaN;
    return new AnovaRow(source, df, ss, ms, f, p);
  }

  /** A row that is not tested. */
  static AnovaRow plain(String source, int df, double ss) {
    return new AnovaRow(source, df, ss, ss / df, Double.NaN, Double.NaN);
  }
}
