// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import java.util.List;
import org.millwright.quality.math.Samples;

/**
 * The two-way analysis of variance of a crossed study, all effects random: parts and operators are
 * tested against the interaction, or against the pooled error once that has taken it in.
 */
record CrossedAnova(
    int parts,
    int operators,
    int trials,
    double ssPart,
    double ssOperator,
    double ssInteraction,
    double ssError) {

  static CrossedAnova of(Readings data) {
    int p = data.parts().size();
    int o = data.operators().size();
    int r = data.trials();
    double grand = Samples.mean(data.all());
    double part = 0;
    double operator = 0;
    double cells = 0;
    double error = 0;
    for (int j = 0; j < p; j++) {
      part += o * r * Math.pow(Samples.mean(data.ofPart(j)) - grand, 2);
    }
    for (int i = 0; i < o; i++) {
      operator += p * r * Math.pow(Samples.mean(data.ofOperator(i)) - grand, 2);
      for (double[] cell : data.cells().get(i)) {
        cells += r * Math.pow(Samples.mean(cell) - grand, 2);
        error += Samples.squares(cell);
      }
    }
    return new CrossedAnova(p, o, r, part, operator, Math.max(0, cells - part - operator), error);
  }

  private AnovaRow error() {
    return AnovaRow.plain("Repeatability", parts * operators * (trials - 1), ssError);
  }

  private AnovaRow interaction() {
    int df = (parts - 1) * (operators - 1);
    return AnovaRow.against("Part x Operator", df, ssInteraction, error());
  }

  private AnovaRow pooledError() {
    return AnovaRow.plain(
        "Repeatability", error().df() + interaction().df(), ssError + ssInteraction);
  }

  private AnovaRow total() {
    return AnovaRow.plain(
        "Total", parts * operators * trials - 1, ssPart + ssOperator + ssInteraction + ssError);
  }

  double interactionP() {
    return interaction().p();
  }

  List<AnovaRow> rows() {
    AnovaRow between = interaction();
    return List.of(
        AnovaRow.against("Part", parts - 1, ssPart, between),
        AnovaRow.against("Operator", operators - 1, ssOperator, between),
        between,
        error(),
        total());
  }

  List<AnovaRow> pooledRows() {
    AnovaRow error = pooledError();
    return List.of(
        AnovaRow.against("Part", parts - 1, ssPart, error),
        AnovaRow.against("Operator", operators - 1, ssOperator, error),
        error,
        total());
  }

  Variances components() {
    return components(error().ms(), interaction().ms(), true);
  }

  Variances pooledComponents() {
    double error = pooledError().ms();
    return components(error, error, false);
  }

  private Variances components(double error, double against, boolean withInteraction) {
    double part = ssPart / (parts - 1);
    double operator = ssOperator / (operators - 1);
    return new Variances(
        error,
        Math.max(0, (operator - against) / (parts * trials)),
        withInteraction ? Math.max(0, (against - error) / trials) : 0,
        Math.max(0, (part - against) / (operators * trials)));
  }
}
