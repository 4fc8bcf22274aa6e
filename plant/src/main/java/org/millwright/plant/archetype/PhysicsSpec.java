// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.archetype;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a machine behaves.
 *
 * @param ratePerMinute ideal rate in its own units per minute, for a product of rate share 1
 * @param process the process model's name
 * @param speedRatio long-run mean of actual speed over set speed
 * @param speedDeviation standard deviation of that ratio
 * @param accelerationSeconds time constant of a change of speed
 * @param startSeconds how long the PackML state Starting lasts
 * @param rejectShare share of rejects in steady running, before the process model's own effects
 * @param piecesIn pieces taken from the buffer in front for one unit
 * @param piecesOut pieces put into the buffer behind for one good unit
 * @param buffer in front of the machine; null for the first of a line
 * @param electricity what it draws
 * @param gas what it burns, m³
 * @param steam what it takes, kg
 * @param failures why it stops by itself
 * @param changeoverMinutes mean duration of a change of product
 * @param startup multiplier of the reject share right after a start, decaying within a minute; null
 *     for 1
 * @param tool what wears, or null
 */
public record PhysicsSpec(
    double ratePerMinute,
    String process,
    double speedRatio,
    double speedDeviation,
    double accelerationSeconds,
    double startSeconds,
    double rejectShare,
    int piecesIn,
    int piecesOut,
    @Nullable BufferSpec buffer,
    ElectricitySpec electricity,
    @Nullable MeterSpec gas,
    @Nullable MeterSpec steam,
    List<FailureSpec> failures,
    double changeoverMinutes,
    @Nullable Double startup,
    @Nullable ToolSpec tool) {

  /**
   * The buffer in front of a machine.
   *
   * @param capacity pieces
   * @param initial pieces in it at the beginning of the simulated day
   * @param restartShare a starved machine starts again once this share of the capacity is there,
   *     and a blocked one once this share is free
   */
  public record BufferSpec(int capacity, int initial, double restartShare) {}

  /**
   * Electric power.
   *
   * @param baseKw drawn always
   * @param runKw drawn on top when running at the ideal rate
   */
  public record ElectricitySpec(double baseKw, double runKw) {}

  /**
   * A meter of gas or steam.
   *
   * @param basePerHour taken always
   * @param runPerHour taken on top when running at the ideal rate
   */
  public record MeterSpec(double basePerHour, double runPerHour) {}

  /** Whether a failure is repaired after an abort or cleared from a hold. */
  public enum Kind {
    /** A breakdown: PackML aborts, and the machine starts again from Stopped. */
    breakdown,
    /** A minor stop: PackML holds, and the machine goes on from there. */
    minor
  }

  /** How a repair time is distributed around its mean. */
  public enum Shape {
    /** Exponential. */
    exponential,
    /** Log-normal with a coefficient of variation of 0.6. */
    lognormal
  }

  /**
   * One way to fail.
   *
   * @param reason stop reason code
   * @param kind breakdown or minor stop
   * @param mtbfMinutes mean running time between two, exponential
   * @param mttrMinutes mean time until it is repaired
   * @param shape distribution of the repair time
   */
  public record FailureSpec(
      int reason, Kind kind, double mtbfMinutes, double mttrMinutes, Shape shape) {}

  /**
   * A tool, or a set of rolls, that wears with each unit.
   *
   * @param lifeUnits mean units until it is changed
   * @param spread standard deviation of a tool's life over its mean
   * @param changeMinutes mean duration of a change
   * @param reason stop reason code of a change
   */
  public record ToolSpec(double lifeUnits, double spread, double changeMinutes, int reason) {}
}
