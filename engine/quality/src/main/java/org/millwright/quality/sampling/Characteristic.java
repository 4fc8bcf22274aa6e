// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;
import org.hipparchus.distribution.discrete.PoissonDistribution;
import org.millwright.quality.math.Roots;

/**
 * What a plan does to lots of a quality: the chance to accept (OC), the average sample number
 * without curtailment (ASN), the average outgoing quality with rejected lots screened and their
 * nonconforming units replaced (AOQ), and the average total inspection (ATI).
 *
 * @param plan the plan
 * @param model the distribution of nonconforming units in a sample
 * @param lot the lot size; 0 for lots so large that their size does not matter
 */
public record Characteristic(SamplingPlan plan, Model model, long lot) {

  /** How nonconforming units are distributed over samples. */
  public enum Model {
    /** A process, or a large lot, counted in units. */
    BINOMIAL,
    /** Nonconformities per unit. */
    POISSON,
    /** Units of a lot of known size. */
    HYPERGEOMETRIC
  }

  /**
   * One point of the curves.
   *
   * @param p the share nonconforming, or nonconformities per unit
   * @param pa the probability to accept
   * @param asn the average sample number
   * @param aoq the average outgoing quality, in the unit of p
   * @param ati the average total inspection; not a number without a lot size
   */
  public record Point(double p, double pa, double asn, double aoq, double ati) {}

  /** The curves at one quality. */
  public Point at(double p) {
    double[] ends = new double[2 * plan.stages().size()];
    walk(0, 0, 1, p, ends);
    double pa = 0;
    double asn = 0;
    double screened = 0;
    double kept = 0;
    int drawn = 0;
    for (int s = 0; s < plan.stages().size(); s++) {
      drawn += plan.stages().get(s).size();
      pa += ends[2 * s];
      asn += drawn * (ends[2 * s] + ends[2 * s + 1]);
      screened += drawn * ends[2 * s] + lot * ends[2 * s + 1];
      kept += ends[2 * s] * (lot == 0 ? 1 : (lot - drawn) / (double) lot);
    }
    return new Point(p, pa, asn, p * kept, lot == 0 ? Double.NaN : screened);
  }

  /** Adds up the chances to end at each sample, accepted (even index) or rejected (odd). */
  private void walk(int stage, int found, double chance, double p, double[] ends) {
    SamplingPlan.Sample sample = plan.stages().get(stage);
    boolean last = stage == plan.stages().size() - 1;
    int most = last ? sample.rejection() - 1 : sample.acceptance();
    double accepted = cumulative(stage, found, most - found, p);
    ends[2 * stage] += chance * accepted;
    if (last) {
      ends[2 * stage + 1] += chance * (1 - accepted);
      return;
    }
    double further = 0;
    for (int d = Math.max(found, sample.acceptance() + 1); d < sample.rejection(); d++) {
      double here = probability(stage, found, d - found, p);
      further += here;
      walk(stage + 1, d, chance * here, p, ends);
    }
    ends[2 * stage + 1] += chance * Math.max(0, 1 - accepted - further);
  }

  private double probability(int stage, int found, int more, double p) {
    return cumulative(stage, found, more, p) - cumulative(stage, found, more - 1, p);
  }

  private double cumulative(int stage, int found, int more, double p) {
    int size = plan.stages().get(stage).size();
    if (more < 0) {
      return 0;
    }
    return switch (model) {
      case BINOMIAL -> more >= size ? 1 : binomial(size, more, p);
      case POISSON -> p == 0 ? 1 : new PoissonDistribution(size * p).cumulativeProbability(more);
      case HYPERGEOMETRIC -> hypergeometric(stage, found, more, p);
    };
  }

  private static double binomial(int size, int more, double p) {
    return p >= 1 ? 0 : new BinomialDistribution(size, p).cumulativeProbability(more);
  }

  private double hypergeometric(int stage, int found, int more, double p) {
    int before = 0;
    for (int s = 0; s < stage; s++) {
      before += plan.stages().get(s).size();
    }
    int population = (int) lot - before;
    int bad = (int) Math.round(lot * p) - found;
    int size = Math.min(plan.stages().get(stage).size(), population);
    if (bad <= 0 || size <= 0) {
      return 1;
    }
    return new HypergeometricDistribution(population, Math.min(bad, population), size)
        .cumulativeProbability(more);
  }

  /** The quality accepted with a probability, by halving; steps of one unit in a finite lot. */
  public double qualityAt(double probability) {
    double most = model == Model.POISSON ? 200.0 : 1;
    return Roots.bisect(p -> at(p).pa() - probability, 0, most);
  }

  /** The average outgoing quality limit and the quality at which it is reached. */
  public Point worstOutgoing() {
    double reach = qualityAt(0.001);
    return at(Roots.minimum(p -> -at(p).aoq(), 0, reach));
  }

  /** The curves from perfect quality to one nearly always rejected. */
  public List<Point> curve(int points) {
    double reach = qualityAt(0.005);
    List<Point> curve = new ArrayList<>();
    for (int i = 0; i <= points; i++) {
      curve.add(at(reach * i / points));
    }
    return curve;
  }
}
