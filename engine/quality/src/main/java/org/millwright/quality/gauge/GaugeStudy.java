// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import java.util.List;
import java.util.Map;

/**
 * A gauge repeatability and reproducibility study.
 *
 * @param study crossed or nested
 * @param method anova or range
 * @param definition whose definitions it follows
 * @param parts how many parts, in a nested study per operator
 * @param operators how many operators
 * @param trials how many trials
 * @param multiplier standard deviations in a study variation
 * @param anova the analysis of variance with interaction; empty for the range method
 * @param anovaPooled the same with the interaction pooled; empty when it is not
 * @param interactionPooled whether the interaction went into the repeatability
 * @param components the sources of variation by key: gageRR, repeatability, reproducibility,
 *     operator, interaction, partToPart, total
 * @param percentGrr the gauge's share of the total standard deviation
 * @param percentGrrTolerance the gauge's share of the tolerance; not a number without one
 * @param ndc distinct categories, 1.41 PV/GRR cut to a whole number, at least 1
 * @param ndcExact the same before cutting
 * @param verdict acceptable below 10 %, conditional to 30 %, else unacceptable (AIAG)
 * @param figures the method's other numbers: EV, AV, GRR, PV, TV, K1 …
 * @param operatorMeans each operator's mean
 * @param partMeans each part's mean
 */
public record GaugeStudy(
    String study,
    String method,
    String definition,
    int parts,
    int operators,
    int trials,
    double multiplier,
    List<AnovaRow> anova,
    List<AnovaRow> anovaPooled,
    boolean interactionPooled,
    Map<String, Component> components,
    double percentGrr,
    double percentGrrTolerance,
    int ndc,
    double ndcExact,
    String verdict,
    Map<String, Double> figures,
    Map<String, Double> operatorMeans,
    Map<String, Double> partMeans) {

  /** AIAG's 1.41 for √2. */
  static final double CATEGORIES = 1.41;

  static String verdict(double percentGrr) {
    return percentGrr < 10 ? "acceptable" : percentGrr <= 30 ? "conditional" : "unacceptable";
  }
}
