// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.millwright.simulation.distribution.ContinuousDistribution;
import org.millwright.simulation.distribution.Exponential;
import org.millwright.simulation.distribution.Gamma;
import org.millwright.simulation.distribution.LogLogistic;
import org.millwright.simulation.distribution.Lognormal;
import org.millwright.simulation.distribution.Weibull;

/**
 * One family fitted by maximum likelihood.
 *
 * @param logLikelihood of the events and the cut-off durations together
 */
public record FamilyFit(ContinuousDistribution distribution, double logLikelihood) {

  private static final List<String> FAMILIES =
      List.of("exponential", "weibull", "gamma", "lognormal", "loglogistic");

  private static final int EVALUATIONS = 4000;
  private static final double LEAST_SURVIVAL = 1e-300;

  /** Akaike's information criterion; smaller is better. */
  public double aic() {
    return 2 * distribution.parameters() - 2 * logLikelihood;
  }

  /** All families that could be fitted, the best by AIC first. */
  static List<FamilyFit> all(LifeData data) {
    return FAMILIES.stream()
        .map(family -> fit(data, family))
        .filter(
            fit -> Double.isFinite(fit.logLikelihood) && Double.isFinite(fit.distribution.mean()))
        .sorted(Comparator.comparingDouble(FamilyFit::aic))
        .toList();
  }

  /** The family of a distribution, fitted to other data. */
  static ContinuousDistribution same(LifeData data, ContinuousDistribution like) {
    return fit(data, like.family()).distribution;
  }

  private static FamilyFit fit(LifeData data, String family) {
    double[] logs = data.events().stream().mapToDouble(Math::log).toArray();
    double center = Arrays.stream(logs).average().orElse(0);
    double spread =
        Math.sqrt(Arrays.stream(logs).map(x -> (x - center) * (x - center)).average().orElse(1));
    double width = Math.log(Math.max(spread, 0.05));
    double mean = Math.log(data.total() / data.events().size());
    return switch (family) {
      case "weibull" ->
          search(data, new double[] {-width, mean}, p -> new Weibull(exp(p[0]), exp(p[1])));
      case "gamma" ->
          search(
              data,
              new double[] {-2 * width, mean + 2 * width},
              p -> new Gamma(exp(p[0]), exp(p[1])));
      case "lognormal" ->
          search(data, new double[] {center, width}, p -> new Lognormal(p[0], exp(p[1])));
      case "loglogistic" ->
          search(
              data, new double[] {0.6 - width, center}, p -> new LogLogistic(exp(p[0]), exp(p[1])));
      default -> exponential(data);
    };
  }

  private static double exp(double value) {
    return Math.exp(Math.clamp(value, -30.0, 30.0));
  }

  private static FamilyFit exponential(LifeData data) {
    var distribution = new Exponential(data.total() / data.events().size());
    return new FamilyFit(distribution, logLikelihood(distribution, data));
  }

  private static FamilyFit search(
      LifeData data, double[] start, Function<double[], ContinuousDistribution> family) {
    double[] best;
    try {
      best =
          new SimplexOptimizer(1e-9, 1e-9)
              .optimize(
                  new MaxEval(EVALUATIONS),
                  GoalType.MAXIMIZE,
                  new ObjectiveFunction(p -> logLikelihood(family.apply(p), data)),
                  new InitialGuess(start),
                  new NelderMeadSimplex(new double[] {0.3, 0.3}))
              .getPoint();
    } catch (MathRuntimeException noConvergence) {
      // The start, a fit by moments of the logarithms, then stands; its AIC says how good it is.
      best = start;
    }
    ContinuousDistribution distribution = family.apply(best);
    return new FamilyFit(distribution, logLikelihood(distribution, data));
  }

  private static double logLikelihood(ContinuousDistribution distribution, LifeData data) {
    double sum = 0;
    for (double event : data.events()) {
      sum += distribution.logDensity(event);
    }
    for (double cut : data.censored()) {
      sum += Math.log(Math.max(LEAST_SURVIVAL, 1 - distribution.cumulative(cut)));
    }
    return Double.isNaN(sum) ? Double.NEGATIVE_INFINITY : sum;
  }
}
