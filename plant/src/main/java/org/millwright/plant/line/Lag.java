// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

/** A quantity that follows its target with a first-order lag. */
public final class Lag {

  private double value;

  /** Starts at a value. */
  public Lag(double initial) {
    value = initial;
  }

  /**
   * Lets time pass and gives the new value.
   *
   * @param target where it is heading
   * @param timeConstantSeconds after which 63 % of the way is done
   * @param elapsedSeconds time passed
   */
  public double step(double target, double timeConstantSeconds, double elapsedSeconds) {
    value = target + (value - target) * Math.exp(-elapsedSeconds / timeConstantSeconds);
    return value;
  }

  /** The value now. */
  public double value() {
    return value;
  }
}
