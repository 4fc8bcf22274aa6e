// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import java.util.List;

/**
 * A sampling plan by attributes of one or more samples.
 *
 * @param standard the text it is from
 * @param letter the code letter of the plan used, after arrows
 * @param stages its samples in order
 * @param note what a user must know, empty for nothing
 */
public record SamplingPlan(String standard, String letter, List<Sample> stages, String note) {

  /**
   * One sample.
   *
   * @param size its size
   * @param acceptance accept when all nonconforming units so far are at most this; −1 for never
   * @param rejection reject when they are at least this
   */
  public record Sample(int size, int acceptance, int rejection) {}

  public SamplingPlan {
    stages = List.copyOf(stages);
  }

  /** A single plan that is from no standard. */
  public static SamplingPlan single(int size, int acceptance) {
    Sample sample = new Sample(size, acceptance, acceptance + 1);
    return new SamplingPlan("own", "", List.of(sample), "");
  }

  /** A double plan that is from no standard. */
  public static SamplingPlan twofold(Sample first, Sample second) {
    return new SamplingPlan("own", "", List.of(first, second), "");
  }

  /** All samples together. */
  public int greatestSize() {
    return stages.stream().mapToInt(Sample::size).sum();
  }

  /** The first sample. */
  public Sample first() {
    return stages.getFirst();
  }
}
