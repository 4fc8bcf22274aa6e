// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.monitor;

/**
 * Judges samples one by one, in constant time and memory. Not safe for several threads; a work unit
 * has a stream of its own, all share the model.
 */
public final class ProcessStream {

  private final ProcessModel model;
  private final Subspace subspace;
  private final int width;
  private final double[] window;
  private final double[][] smooth;
  private final double[] scores;
  private final double[] t2;
  private final double[] spe;
  private int seen;

  ProcessStream(ProcessModel model) {
    this.model = model;
    this.subspace = model.subspace();
    this.width = model.means().length;
    int length = subspace.mean().length;
    this.window = new double[length];
    this.smooth = new double[model.detectors().size()][length];
    this.scores = new double[subspace.kept()];
    this.t2 = new double[smooth.length];
    this.spe = new double[smooth.length];
  }

  /**
   * Takes a sample in the variables' units.
   *
   * @return how far it reaches towards the nearest limit, above 1 for an alarm; not a number until
   *     as many samples are there as the model looks back
   */
  public double accept(double[] sample) {
    System.arraycopy(window, 0, window, width, window.length - width);
    for (int j = 0; j < width; j++) {
      window[j] = (sample[j] - model.means()[j]) / model.deviations()[j];
    }
    seen++;
    return seen <= model.settings().lags() ? Double.NaN : judge();
  }

  private double judge() {
    double reach = 0;
    for (int d = 0; d < smooth.length; d++) {
      Detector detector = model.detectors().get(d);
      double lambda = detector.lambda();
      double[] state = smooth[d];
      for (int i = 0; i < state.length; i++) {
        state[i] = lambda * (window[i] - subspace.mean()[i]) + (1 - lambda) * state[i];
      }
      subspace.scores(state, scores);
      double scale = (2 - lambda) / lambda;
      t2[d] = scale * subspace.t2(scores);
      spe[d] = scale * Subspace.spe(state, scores);
      reach = Math.max(reach, detector.reach(t2[d], spe[d]));
    }
    return reach;
  }

  /** T² of the newest sample under a detector. */
  public double t2(int detector) {
    return t2[detector];
  }

  /** SPE of the newest sample under a detector. */
  public double spe(int detector) {
    return spe[detector];
  }

  /**
   * How much each variable has to do with the newest sample's distance, under the detector that
   * reaches farthest: its part of T² by complete decomposition (Alcala and Qin 2009) and its
   * squared residual, each over its limit, all lags together.
   */
  public double[] contributions() {
    int d = farthest();
    Detector detector = model.detectors().get(d);
    double[] state = smooth[d];
    double scale = (2 - detector.lambda()) / detector.lambda();
    subspace.scores(state, scores);
    double[] parts = new double[width];
    for (int i = 0; i < state.length; i++) {
      double fitted = 0;
      double weighted = 0;
      for (int a = 0; a < scores.length; a++) {
        fitted += subspace.vectors()[a][i] * scores[a];
        weighted += subspace.vectors()[a][i] * scores[a] / Math.sqrt(subspace.values()[a]);
      }
      double residual = state[i] - fitted;
      boolean bySpe = spe[d] / detector.speLimit() >= t2[d] / detector.t2Limit();
      double part = bySpe ? residual * residual : weighted * weighted;
      parts[i % width] += scale * part / (bySpe ? detector.speLimit() : detector.t2Limit());
    }
    return parts;
  }

  /** Whether each variable is above (1) or below (−1) its reference mean, smoothed. */
  public double[] directions() {
    double[] signs = new double[width];
    double[] state = smooth[farthest()];
    for (int j = 0; j < width; j++) {
      signs[j] = Math.signum(state[j]);
    }
    return signs;
  }

  private int farthest() {
    int farthest = 0;
    double reach = -1;
    for (int d = 0; d < smooth.length; d++) {
      double now = model.detectors().get(d).reach(t2[d], spe[d]);
      if (now > reach) {
        reach = now;
        farthest = d;
      }
    }
    return farthest;
  }
}
