// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;
import org.millwright.quality.capability.DefectRate;

/**
 * Agreement of people who judge by attributes (AIAG MSA 4th ed., III.C; Minitab attribute agreement
 * analysis).
 *
 * @param parts how many parts
 * @param appraisers how many appraisers
 * @param trials how many trials
 * @param within each appraiser with himself
 * @param versusStandard each appraiser with the reference; empty without one
 * @param between all appraisers with each other
 * @param allVersusStandard all appraisers with the reference; null without one
 * @param pairs Cohen's κ of each pair of appraisers, over all judgements (AIAG cross tables)
 */
public record AttributeStudy(
    int parts,
    int appraisers,
    int trials,
    Map<String, Agreement> within,
    Map<String, AgainstStandard> versusStandard,
    Agreement between,
    @Nullable Agreement allVersusStandard,
    Map<String, Kappa> pairs) {

  /** How many parts agree, of how many, with 95 % Clopper–Pearson limits in per cent, and κ. */
  public record Agreement(
      long inspected,
      long matched,
      double percent,
      double lower,
      double upper,
      @Nullable Kappa kappa) {}

  /**
   * An appraiser against the reference.
   *
   * @param agreement parts judged right in every trial
   * @param cohen Cohen's κ over all judgements
   * @param effectiveness right judgements of all (per cent)
   * @param missRate bad judged good, of bad (per cent); not a number unless there are two grades
   * @param falseAlarmRate good judged bad, of good (per cent); likewise
   */
  public record AgainstStandard(
      Agreement agreement,
      Kappa cohen,
      double effectiveness,
      double missRate,
      double falseAlarmRate) {}

  /** One judgement; the reference is empty when there is none. */
  public record Judgement(String part, String appraiser, String rating, String reference) {}

  /** Studies judgements; {@code bad} is the grade that means nonconforming, empty to guess. */
  public static Outcome<AttributeStudy> of(List<Judgement> judgements, String bad) {
    Map<String, Map<String, List<String>>> table = new LinkedHashMap<>();
    Map<String, String> references = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      table
          .computeIfAbsent(judgement.appraiser(), a -> new LinkedHashMap<>())
          .computeIfAbsent(judgement.part(), p -> new ArrayList<>())
          .add(judgement.rating());
      if (!judgement.reference().isEmpty()) {
        references.put(judgement.part(), judgement.reference());
      }
    }
    if (table.isEmpty()) {
      return Outcome.refuse("QUALITY-TABLE-EMPTY", "", "there are no judgements.", "");
    }
    Map<String, List<String>> first = table.values().iterator().next();
    int trials = first.values().iterator().next().size();
    for (Map<String, List<String>> own : table.values()) {
      boolean even = own.values().stream().allMatch(list -> list.size() == trials);
      if (!own.keySet().equals(first.keySet()) || !even) {
        return Outcome.refuse(
            "QUALITY-GAUGE-UNBALANCED",
            "",
            "every appraiser must judge the same parts equally often.",
            "a missing judgement");
      }
    }
    boolean standard = references.keySet().containsAll(first.keySet());
    return Outcome.of(
        new AttributeTables(table, standard ? references : Map.of(), trials, bad).study());
  }

  static Agreement agreement(long inspected, long matched, @Nullable Kappa kappa) {
    DefectRate rate =
        switch (DefectRate.checked(matched, inspected, 0.95)) {
          case Outcome.Done<DefectRate>(DefectRate known) -> known;
          case Outcome.Refused<DefectRate>(var refusal) ->
              throw new IllegalStateException(Objects.toString(refusal));
        };
    return new Agreement(
        inspected, matched, 100 * rate.rate(), 100 * rate.lower(), 100 * rate.upper(), kappa);
  }
}
