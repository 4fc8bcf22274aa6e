// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.ArrayList;
import java.util.List;
import org.millwright.simulation.distribution.ContinuousDistribution;
import org.millwright.simulation.distribution.Distribution;
import org.millwright.simulation.distribution.Empirical;
import org.millwright.simulation.distribution.Sampler;
import org.millwright.simulation.random.RandomStreams;

/**
 * What was learned about one kind of duration.
 *
 * @param chosen the distribution to simulate with
 * @param families every family tried, best first
 * @param distance the largest gap between the data and the best family (Kolmogorov and Smirnov)
 * @param pValue of that gap if the family were true, by parametric bootstrap; NaN when not tested
 */
public record DurationFit(
    Verdict verdict,
    Distribution chosen,
    LifeData data,
    List<FamilyFit> families,
    double distance,
    double pValue) {

  /** Events below which nothing but a rate can be said. */
  public static final int THIN = 10;

  private static final double REJECTED = 0.05;
  private static final int BOOTSTRAPS = 99;
  private static final int LARGEST_BOOTSTRAP = 300;

  /** How far the result can be trusted. */
  public enum Verdict {
    /** The best family agrees with the data. */
    FITTED,
    /** No family agrees with the data; the data itself is used. */
    EMPIRICAL,
    /** Too few events: an exponential with the right rate, and nothing known of its shape. */
    THIN
  }

  public DurationFit {
    families = List.copyOf(families);
  }

  /** Learns from at least one event. */
  public static DurationFit of(LifeData data) {
    List<FamilyFit> families = FamilyFit.all(data);
    ContinuousDistribution best = families.getFirst().distribution();
    double distance = distance(data, best);
    if (data.events().size() < THIN) {
      var exponential =
          families.stream().filter(fit -> fit.distribution().parameters() == 1).findFirst();
      Distribution rate = exponential.map(fit -> (Distribution) fit.distribution()).orElse(best);
      return new DurationFit(Verdict.THIN, rate, data, families, distance, Double.NaN);
    }
    double p = bootstrap(data, best, distance);
    return p >= REJECTED
        ? new DurationFit(Verdict.FITTED, best, data, families, distance, p)
        : new DurationFit(
            Verdict.EMPIRICAL, new Empirical(data.events(), true), data, families, distance, p);
  }

  /** The largest gap between the survival estimate and a distribution. */
  static double distance(LifeData data, ContinuousDistribution distribution) {
    double largest = 0;
    for (LifeData.Step step : data.survival()) {
      double alive = 1 - distribution.cumulative(step.time());
      largest = Math.max(largest, Math.abs(alive - step.before()));
      largest = Math.max(largest, Math.abs(alive - step.after()));
    }
    return largest;
  }

  /**
   * The share of samples from the fitted family, fitted anew by the same family, that lie farther
   * from their fit: the parameters were estimated, so the textbook p-value would be too kind.
   */
  private static double bootstrap(LifeData data, ContinuousDistribution best, double distance) {
    int size = Math.min(data.events().size(), LARGEST_BOOTSTRAP);
    double scaled = distance * Math.sqrt((double) data.events().size() / size);
    Sampler sampler = best.sampler(new RandomStreams(1, 0).stream("fit", "bootstrap"));
    int farther = 0;
    for (int i = 0; i < BOOTSTRAPS; i++) {
      List<Double> sample = new ArrayList<>();
      while (sample.size() < size) {
        sample.add(Math.max(sampler.next(), 1e-12));
      }
      LifeData drawn = LifeData.complete(sample);
      ContinuousDistribution again = FamilyFit.same(drawn, best);
      farther += distance(drawn, again) >= scaled ? 1 : 0;
    }
    return (farther + 1.0) / (BOOTSTRAPS + 1.0);
  }
}
