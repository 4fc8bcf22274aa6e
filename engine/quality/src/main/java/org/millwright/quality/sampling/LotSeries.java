// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import java.util.ArrayList;
import java.util.List;
import org.millwright.quality.Outcome;

/**
 * A series of lots judged by single plans and the switching rules.
 *
 * @param state the switching state after the last lot
 * @param lots each lot's plan and verdict
 */
public record LotSeries(Switching state, List<Judged> lots) {

  /** One lot: how it was inspected, what was found, and the verdict. */
  public record Judged(
      int lot,
      String inspection,
      int sampleSize,
      int acceptanceNumber,
      int rejectionNumber,
      int found,
      boolean accepted,
      int switchingScore,
      String next,
      String reason) {}

  public LotSeries {
    lots = List.copyOf(lots);
  }

  /** Judges lots by the nonconforming units found in each; a discontinued series ends there. */
  public static Outcome<LotSeries> judge(char letter, double aql, List<Integer> found) {
    Switching state = Switching.start();
    List<Judged> lots = new ArrayList<>();
    for (int defects : found) {
      if (state.stopped()) {
        break;
      }
      Outcome<SamplingPlan> plan = SinglePlans.find(letter, aql, state.inspection());
      if (!(plan instanceof Outcome.Done<SamplingPlan>(SamplingPlan known))) {
        return plan.map(p -> new LotSeries(Switching.start(), List.of()));
      }
      SamplingPlan.Sample sample = known.first();
      boolean accepted = defects <= sample.acceptance();
      Switching next =
          state.lot(
              new Switching.Lot(
                  accepted, sample.acceptance(), tighter(letter, aql, defects, sample)));
      Switching.Step step = next.history().getLast();
      lots.add(
          new Judged(
              lots.size() + 1,
              step.inspection().key(),
              sample.size(),
              sample.acceptance(),
              sample.rejection(),
              defects,
              accepted,
              step.score(),
              next.stopped() ? "discontinued" : step.next().key(),
              step.reason()));
      state = next;
    }
    return Outcome.of(new LotSeries(state, lots));
  }

  /** Whether the lot would be accepted at the AQL one step tighter, with the same sample size. */
  private static boolean tighter(char letter, double aql, int defects, SamplingPlan.Sample sample) {
    int number = Aql.VALUES.indexOf(aql);
    if (number <= 0) {
      return false;
    }
    return SinglePlans.find(letter, Aql.VALUES.get(number - 1), Inspection.NORMAL)
            instanceof Outcome.Done<SamplingPlan>(SamplingPlan plan)
        && plan.first().size() == sample.size()
        && defects <= plan.first().acceptance();
  }
}
