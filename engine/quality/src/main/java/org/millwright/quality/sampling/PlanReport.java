// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan with its curves, as a person asks for it.
 *
 * @param standard the text the plan is from
 * @param inspection the severity, empty for a plan from no standard
 * @param codeLetter the letter for lot and level, before arrows
 * @param planLetter the letter of the plan used, after arrows
 * @param lot the lot size, 0 when none was given
 * @param sampleSize the size of the first sample; the lot size when that is smaller
 * @param acceptanceNumber Ac of the first sample
 * @param rejectionNumber Re of the first sample
 * @param tableSampleSize the size the table gives
 * @param fullInspection whether the plan's samples reach the lot size, so that every unit is
 *     inspected
 * @param samples all samples
 * @param model the distribution the curves assume
 * @param producerRisk 1 − Pa at the AQL; not a number without one
 * @param acceptanceAtAql Pa at the AQL; not a number without one
 * @param quality the quality accepted with a probability, such as "0.10" (the limiting quality)
 * @param aoql the average outgoing quality limit
 * @param aoqlAt the incoming quality at which it is reached
 * @param oc the points asked for, or a whole curve
 * @param note what a user must know, empty for nothing
 */
public record PlanReport(
    String standard,
    String inspection,
    String codeLetter,
    String planLetter,
    long lot,
    long sampleSize,
    int acceptanceNumber,
    int rejectionNumber,
    int tableSampleSize,
    boolean fullInspection,
    List<Cumulative> samples,
    Characteristic.Model model,
    double producerRisk,
    double acceptanceAtAql,
    Map<String, Double> quality,
    double aoql,
    double aoqlAt,
    List<Characteristic.Point> oc,
    String note) {

  private static final int CURVE_POINTS = 40;

  /** A sample and what has been drawn with it. */
  public record Cumulative(
      int sample, int size, int cumulativeSize, int acceptance, int rejection) {}

  /**
   * What is asked besides the plan.
   *
   * @param inspection the severity, empty for an own plan
   * @param letter the code letter before arrows, empty for an own plan
   * @param lot the lot size, 0 for none
   * @param aql the AQL as a share; not a number for none
   * @param model the distribution
   * @param points the qualities to give the curves at; none for the whole curve
   */
  public record Question(
      String inspection,
      String letter,
      long lot,
      double aql,
      Characteristic.Model model,
      List<Double> points) {

    public Question {
      points = List.copyOf(points);
    }
  }

  /** Works out the curves of a plan. */
  public static PlanReport of(SamplingPlan plan, Question question) {
    boolean full = question.lot() > 0 && plan.greatestSize() >= question.lot();
    // A plan that takes the whole lot is judged as the table's: its curve is for lots like it.
    long lot = full ? 0 : question.lot();
    Characteristic.Model model =
        full && question.model() == Characteristic.Model.HYPERGEOMETRIC
            ? Characteristic.Model.BINOMIAL
            : question.model();
    Characteristic curve = new Characteristic(plan, model, lot);
    Characteristic.Point worst = curve.worstOutgoing();
    SamplingPlan.Sample first = plan.first();
    double atAql = Double.isNaN(question.aql()) ? Double.NaN : curve.at(question.aql()).pa();
    return new PlanReport(
        plan.standard(),
        question.inspection(),
        question.letter(),
        plan.letter(),
        question.lot(),
        full ? Math.min(first.size(), question.lot()) : first.size(),
        first.acceptance(),
        first.rejection(),
        first.size(),
        full,
        samples(plan),
        model,
        1 - atAql,
        atAql,
        quality(curve),
        worst.aoq(),
        worst.p(),
        question.points().isEmpty()
            ? curve.curve(CURVE_POINTS)
            : question.points().stream().map(curve::at).toList(),
        full ? (plan.note() + " every unit of the lot is inspected").strip() : plan.note());
  }

  private static List<Cumulative> samples(SamplingPlan plan) {
    List<Cumulative> samples = new ArrayList<>();
    int drawn = 0;
    for (SamplingPlan.Sample sample : plan.stages()) {
      drawn += sample.size();
      samples.add(
          new Cumulative(
              samples.size() + 1, sample.size(), drawn, sample.acceptance(), sample.rejection()));
    }
    return samples;
  }

  private static Map<String, Double> quality(Characteristic curve) {
    Map<String, Double> quality = new LinkedHashMap<>();
    for (String probability :
        List.of("0.99", "0.95", "0.90", "0.75", "0.50", "0.25", "0.10", "0.05", "0.01")) {
      quality.put(probability, curve.qualityAt(Double.parseDouble(probability)));
    }
    return quality;
  }
}
