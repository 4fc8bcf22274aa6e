// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

/**
 * A quantity that wanders around its mean: an Ornstein–Uhlenbeck process, sampled exactly for steps
 * of any length.
 */
public final class Drift {

  private final Draws draws;
  private final double deviation;
  private final double seconds;
  private double value;

  /**
   * Starts at the mean.
   *
   * @param draws where its chance comes from
   * @param deviation long-run standard deviation
   * @param seconds correlation time
   */
  public Drift(Draws draws, double deviation, double seconds) {
    this.draws = draws;
    this.deviation = deviation;
    this.seconds = seconds;
  }

  /** Lets time pass and gives the new distance from the mean. */
  public double step(double elapsedSeconds) {
    double kept = Math.exp(-elapsedSeconds / seconds);
    value = value * kept + draws.gaussian(deviation * Math.sqrt(1 - kept * kept));
    return value;
  }

  /** The distance from the mean now. */
  public double value() {
    return value;
  }
}
