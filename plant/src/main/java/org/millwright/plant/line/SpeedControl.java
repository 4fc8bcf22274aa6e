// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import org.millwright.plant.archetype.PhysicsSpec;

/**
 * A machine's speed: follows its set point with a lag, a little below it and never quite steady.
 */
public final class SpeedControl {

  private static final double WANDER_SECONDS = 300;
  private static final double LOWEST_SHARE = 0.2;
  private static final double HIGHEST_SHARE = 1.1;

  private final PhysicsSpec physics;
  private final Drift wander;
  private final Lag actual;
  private double setpoint;

  SpeedControl(PhysicsSpec physics, double rateShare, Draws draws) {
    this.physics = physics;
    wander = new Drift(draws, physics.speedDeviation(), WANDER_SECONDS);
    setpoint = physics.ratePerMinute() * rateShare;
    actual = new Lag(setpoint);
  }

  /** Set speed, units per minute. */
  public double setpoint() {
    return setpoint;
  }

  /**
   * Sets the speed as an operator or a command does. A new product sets it anew.
   *
   * @return the speed taken: within 20 % to 110 % of the machine's rate
   */
  public double setSetpoint(double unitsPerMinute) {
    double rate = physics.ratePerMinute();
    setpoint = Math.clamp(unitsPerMinute, LOWEST_SHARE * rate, HIGHEST_SHARE * rate);
    return setpoint;
  }

  void setProduct(double rateShare) {
    setpoint = physics.ratePerMinute() * rateShare;
  }

  /** Runs for a while; gives the speed in units per minute. */
  double run(double seconds) {
    double ratio = Math.min(1.03, physics.speedRatio() + wander.step(seconds));
    return actual.step(setpoint * ratio, physics.accelerationSeconds(), seconds);
  }

  /** Slows down for a while. */
  void stand(double seconds) {
    actual.step(0, physics.accelerationSeconds() / 2, seconds);
  }

  double actual() {
    return actual.value();
  }
}
