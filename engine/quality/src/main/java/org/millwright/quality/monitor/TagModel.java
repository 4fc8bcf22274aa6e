// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.monitor;

import java.util.ArrayList;
import java.util.List;
import org.millwright.quality.Outcome;

/**
 * What a reference period taught about a single tag: how far its fast averages stray from its slow
 * level when all is well.
 *
 * @param fast the weights of the fast averages, 1 for the value itself
 * @param slow the weight of the slow level, which follows seasons and drifts
 * @param limits the greatest stray of each fast average in the reference, times the margin
 * @param level the slow level at the reference's end, in the tag's unit
 */
public record TagModel(List<Double> fast, double slow, List<Double> limits, double level) {

  /** Fast weights 1, 0.1 and 0.02. */
  public static final List<Double> FAST = List.of(1.0, 0.1, 0.02);

  /** The share of the reference in which the averages only settle. */
  private static final int SETTLING = 10;

  public TagModel {
    fast = List.copyOf(fast);
    limits = List.copyOf(limits);
  }

  /**
   * Learns from a reference period without failures; values that are not numbers are passed over.
   *
   * @param reference the values in time order
   * @param fast the weights of the fast averages
   * @param slow the weight of the slow level
   * @param margin what the greatest stray is multiplied by, 1 or more
   */
  public static Outcome<TagModel> learn(
      double[] reference, List<Double> fast, double slow, double margin) {
    double[] greatest = new double[fast.size()];
    TagStream stream = new TagStream(new TagModel(fast, slow, List.of(), Double.NaN));
    int settled = reference.length / SETTLING;
    for (int t = 0; t < reference.length; t++) {
      stream.accept(reference[t]);
      for (int d = 0; d < greatest.length && t >= settled; d++) {
        double stray = Math.abs(stream.stray(d));
        greatest[d] = stray > greatest[d] ? stray : greatest[d];
      }
    }
    List<Double> limits = new ArrayList<>();
    for (double stray : greatest) {
      if (!(stray > 0) || !Double.isFinite(stray)) {
        return Outcome.refuse(
            "QUALITY-CONSTANT-DATA",
            "the reference period",
            "the tag does not vary in it, so no limit can be learned.",
            "the sensor is stuck, or the period too short");
      }
      limits.add(stray * margin);
    }
    return Outcome.of(new TagModel(fast, slow, limits, stream.level()));
  }

  /** A new stream judged by this model. */
  public TagStream stream() {
    return new TagStream(this);
  }
}
