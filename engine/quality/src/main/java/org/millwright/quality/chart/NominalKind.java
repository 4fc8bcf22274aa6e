// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.math.Samples;

/** Short runs: deviations from each part's nominal (DNOM). */
record NominalKind() implements ChartKind {

  @Override
  public String name() {
    return "dnom";
  }

  @Override
  public String title() {
    return "Deviation-from-nominal chart";
  }

  @Override
  public String source() {
    return "Montgomery 10.1: X̄-R or I-MR of the deviations; a part's mean stands for a nominal"
        + " that is not given";
  }

  @Override
  public @Nullable Refusal check(ChartData data, ChartOptions options) {
    return data.rows().stream().allMatch(row -> row.length == 1)
        ? null
        : ChartChecks.subgroups(data);
  }

  @Override
  public Fit fit(ChartData data, Stage stage, ChartOptions options) {
    Map<String, Double> nominals = nominals(data, stage);
    List<double[]> deviations = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      double nominal =
          data.nominals().isEmpty()
              ? nominals.getOrDefault(data.parts().get(i), 0.0)
              : data.nominals().get(i);
      deviations.add(DoubleStream.of(data.rows().get(i)).map(x -> x - nominal).toArray());
    }
    ChartData moved = data.withRows(deviations);
    boolean single = data.rows().getFirst().length == 1;
    return single
        ? IndividualsKind.fit(moved, stage, options, "deviation", "Deviation from nominal")
        : new XbarKind(true).fit(moved, stage, options);
  }

  private static Map<String, Double> nominals(ChartData data, Stage stage) {
    Map<String, List<double[]>> byPart = new LinkedHashMap<>();
    for (int i : stage.points()) {
      byPart
          .computeIfAbsent(data.parts().get(i), part -> new ArrayList<>())
          .add(data.rows().get(i));
    }
    Map<String, Double> nominals = new LinkedHashMap<>();
    byPart.forEach((part, rows) -> nominals.put(part, Samples.mean(Samples.concatenate(rows))));
    return nominals;
  }
}
