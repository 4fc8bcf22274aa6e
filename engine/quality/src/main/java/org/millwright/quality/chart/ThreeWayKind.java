// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.math.Samples;

/**
 * Three charts of subgroups whose means vary more than their values: means judged as single values,
 * their moving range, and the range or deviation within.
 */
record ThreeWayKind() implements ChartKind {

  @Override
  public String name() {
    return "three-way";
  }

  @Override
  public String title() {
    return "Three-way chart (I-MR-R/S)";
  }

  @Override
  public String source() {
    return "Wheeler; Minitab I-MR-R/S (Between/Within): ranges within up to 8 values, deviations"
        + " above, or by --sigma-method";
  }

  @Override
  public @Nullable Refusal check(ChartData data, ChartOptions options) {
    return ChartChecks.subgroups(data);
  }

  @Override
  public Fit fit(ChartData data, Stage stage, ChartOptions options) {
    boolean byRange = options.method().contains("s") ? false : data.rows().getFirst().length <= 8;
    List<double[]> means =
        data.rows().stream().map(row -> new double[] {Samples.mean(row)}).toList();
    ChartOptions single = options.withMethod("");
    Fit between = IndividualsKind.fit(data.withRows(means), stage, single, "xbar", "Subgroup mean");
    Spread within =
        Spread.within(stage.referenceRows(data), options.method(), byRange ? "rbar" : "sbar");
    double sigmas = options.sigmas();
    List<Draft> drafts = new ArrayList<>(between.drafts());
    drafts.add(
        byRange
            ? Subgroups.ranges(data, stage, within, sigmas)
            : Subgroups.deviations(data, stage, within, sigmas));
    double size =
        Samples.mean(stage.referenceRows(data).stream().mapToDouble(r -> r.length).toArray());
    double variance = between.sigma() * between.sigma() - within.sigma() * within.sigma() / size;
    double sigmaBetween = Math.sqrt(Math.max(0, variance));
    Map<String, Double> figures = new LinkedHashMap<>(Subgroups.figures(data, stage));
    figures.putAll(between.figures());
    figures.put("sigmaOfMeans", between.sigma());
    figures.put("sigmaWithin", within.sigma());
    figures.put("sigmaBetween", sigmaBetween);
    figures.put("sigmaBetweenWithin", Math.hypot(sigmaBetween, within.sigma()));
    return new Fit(
        between.center(),
        between.sigma(),
        between.definition() + " of the subgroup means",
        figures,
        Subgroups.constants(data, sigmas),
        drafts,
        Subgroups.columns(data, stage));
  }
}
