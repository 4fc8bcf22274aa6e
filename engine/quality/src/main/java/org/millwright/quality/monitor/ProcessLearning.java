// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.distribution.continuous.FDistribution;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.Outcome;
import org.millwright.quality.math.Normal;
import org.millwright.quality.math.Samples;

/** Learns a process from a reference period the engineer marks. */
public final class ProcessLearning {

  private static final int BLOCKS = 5;

  /** Less residual variance than this is rounding: every component was kept. */
  private static final double NOTHING = 1e-9;

  private ProcessLearning() {}

  /** Learns from samples in time order, a row a sample. */
  public static Outcome<ProcessModel> learn(
      List<String> names, double[][] reference, MonitorSettings settings) {
    Refusal fault = fault(names, reference, settings);
    if (fault != null) {
      return Outcome.refuse(fault);
    }
    int width = names.size();
    double[] means = new double[width];
    double[] deviations = new double[width];
    for (int j = 0; j < width; j++) {
      int column = j;
      double[] values = Arrays.stream(reference).mapToDouble(row -> row[column]).toArray();
      means[j] = Samples.mean(values);
      deviations[j] = Samples.deviation(values);
      if (!(deviations[j] > 0)) {
        return Outcome.refuse(
            "QUALITY-CONSTANT-DATA",
            "column " + names.get(j),
            "it does not vary in the reference period.",
            "--columns, which leaves it out");
      }
    }
    double[][] standard = standardise(reference, means, deviations);
    Subspace subspace = Subspace.of(List.<double[][]>of(standard), settings);
    List<Detector> detectors =
        settings.learned()
            ? learned(standard, subspace, settings)
            : List.of(theoretical(subspace, reference.length, settings));
    return Outcome.of(
        new ProcessModel(
            List.copyOf(names),
            means,
            deviations,
            settings,
            reference.length,
            subspace,
            detectors));
  }

  private static @Nullable Refusal fault(
      List<String> names, double[][] reference, MonitorSettings settings) {
    int width = names.size() * (settings.lags() + 1);
    if (settings.components() > width || settings.components() < 0 || settings.lags() < 0) {
      return Refusal.of(
          "QUALITY-OPTION-RANGE",
          "--components, --lags",
          "there are " + width + " lagged variables and " + settings.components() + " components.");
    }
    if (!(settings.confidence() > 0.5 && settings.confidence() < 1)) {
      return Refusal.of("QUALITY-OPTION-RANGE", "--confidence", "it must lie between 0.5 and 1.");
    }
    if (reference.length < 2 * BLOCKS * (settings.lags() + 1) || reference.length <= width) {
      return new Refusal(
          "QUALITY-REFERENCE-SHORT",
          "--train",
          "the reference period has "
              + reference.length
              + " samples and needs more than "
              + width
              + ".",
          "a longer period, fewer columns or fewer lags");
    }
    return null;
  }

  private static double[][] standardise(double[][] rows, double[] means, double[] deviations) {
    double[][] standard = new double[rows.length][means.length];
    for (int t = 0; t < rows.length; t++) {
      for (int j = 0; j < means.length; j++) {
        standard[t][j] = (rows[t][j] - means[j]) / deviations[j];
      }
    }
    return standard;
  }

  /**
   * T² from F: a(n−1)(n+1)/(n(n−a)) F(a, n−a), for new samples; SPE by Jackson and Mudholkar
   * (Technometrics 21, 1979).
   */
  private static Detector theoretical(Subspace subspace, int n, MonitorSettings settings) {
    double a = subspace.kept();
    double f = new FDistribution(a, n - a).inverseCumulativeProbability(settings.confidence());
    double t2 = a * (n - 1.0) * (n + 1.0) / (n * (n - a)) * f;
    double t1 = subspace.residual(1);
    double second = subspace.residual(2);
    double h = 1 - 2 * t1 * subspace.residual(3) / (3 * second * second);
    double z = Normal.quantile(settings.confidence());
    double root = z * Math.sqrt(2 * second * h * h) / t1 + 1 + second * h * (h - 1) / (t1 * t1);
    double spe = t1 > NOTHING ? t1 * Math.pow(root, 1 / h) : Double.POSITIVE_INFINITY;
    return new Detector(1, t2, spe);
  }

  /**
   * Limits as quantiles over blocks of the reference that the components were not learned from: a
   * limit learned on the samples that made the model would be too tight.
   */
  private static List<Detector> learned(
      double[][] standard, Subspace full, MonitorSettings settings) {
    List<Detector> detectors = new ArrayList<>();
    for (double lambda : settings.smoothing()) {
      List<Double> held = new ArrayList<>();
      for (int k = 0; k < BLOCKS; k++) {
        int from = k * standard.length / BLOCKS;
        int to = (k + 1) * standard.length / BLOCKS;
        Subspace others = Subspace.of(outside(standard, from, to, settings), settings);
        collect(Arrays.copyOfRange(standard, from, to), others, lambda, settings, held);
      }
      double reach = Samples.quantile(settings.confidence(), Samples.array(held));
      double left = full.residual(1);
      double spe = left > NOTHING ? reach * left : Double.POSITIVE_INFINITY;
      detectors.add(new Detector(lambda, reach * full.kept(), spe));
    }
    return detectors;
  }

  private static List<double[][]> outside(
      double[][] rows, int from, int to, MonitorSettings settings) {
    List<double[][]> pieces = new ArrayList<>();
    for (double[][] piece :
        List.<double[][]>of(Arrays.copyOf(rows, from), Arrays.copyOfRange(rows, to, rows.length))) {
      if (piece.length > settings.lags() + 1) {
        pieces.add(piece);
      }
    }
    return pieces;
  }

  /** T² over its expectation or SPE over its, whichever is greater, for each held-out sample. */
  private static void collect(
      double[][] block,
      Subspace subspace,
      double lambda,
      MonitorSettings settings,
      List<Double> held) {
    double[] state = new double[subspace.mean().length];
    double[] scores = new double[subspace.kept()];
    double scale = (2 - lambda) / lambda;
    for (int t = settings.lags(); t < block.length; t++) {
      double[] sample = Subspace.lagged(block, t, settings.lags());
      for (int i = 0; i < state.length; i++) {
        state[i] = lambda * (sample[i] - subspace.mean()[i]) + (1 - lambda) * state[i];
      }
      subspace.scores(state, scores);
      double t2 = subspace.t2(scores) / subspace.kept();
      double left = subspace.residual(1);
      double spe = left > NOTHING ? Subspace.spe(state, scores) / left : 0;
      held.add(scale * Math.max(t2, spe));
    }
  }
}
