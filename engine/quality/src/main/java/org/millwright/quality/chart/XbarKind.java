// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;

/** Means with ranges (X̄-R) or with standard deviations (X̄-S). */
record XbarKind(boolean byRange) implements ChartKind {

  @Override
  public String name() {
    return byRange ? "xbar-r" : "xbar-s";
  }

  @Override
  public String title() {
    return byRange ? "X̄-R chart" : "X̄-S chart";
  }

  @Override
  public String source() {
    return "ISO 7870-2; Montgomery, Statistical Quality Control, ch. 6; unequal subgroups with"
        + " limits point by point";
  }

  @Override
  public @Nullable Refusal check(ChartData data, ChartOptions options) {
    return ChartChecks.subgroups(data);
  }

  @Override
  public Fit fit(ChartData data, Stage stage, ChartOptions options) {
    double center = Subgroups.center(data, stage, options);
    Spread spread = Subgroups.spread(data, stage, options, byRange ? "rbar" : "sbar");
    double sigmas = options.sigmas();
    Draft means =
        new Draft(
            "xbar",
            "Mean",
            Draft.Nature.SYMMETRIC,
            Subgroups.means(data, stage, center, spread, sigmas));
    Draft spreads =
        byRange
            ? Subgroups.ranges(data, stage, spread, sigmas)
            : Subgroups.deviations(data, stage, spread, sigmas);
    return new Fit(
        center,
        spread.sigma(),
        spread.definition(),
        Subgroups.figures(data, stage),
        Subgroups.constants(data, sigmas),
        List.of(means, spreads),
        Subgroups.columns(data, stage));
  }
}
