// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.statistics;

import org.millwright.simulation.kernel.Archive;

/** Count, mean, variance and extremes of a series of values, by Welford's update. */
public final class Tally {

  private long count;
  private double mean;
  private double squares;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  /** Takes one value in. */
  public void add(double value) {
    count++;
    double step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
    least = Math.min(least, value);
    most = Math.max(most, value);
  }

  /** Forgets all values. */
  public void restart() {
    count = 0;
    mean = 0;
    squares = 0;
    least = Double.POSITIVE_INFINITY;
    most = Double.NEGATIVE_INFINITY;
  }

  public long count() {
    return count;
  }

  /** The mean, NaN when there is no value. */
  public double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /** The sample variance, NaN for fewer than two values. */
  public double variance() {
    return count < 2 ? Double.NaN : squares / (count - 1);
  }

  public double deviation() {
    return Math.sqrt(variance());
  }

  public double least() {
    return least;
  }

  public double most() {
    return most;
  }

  /** Writes the tally to an archive or takes it from there. */
  public void exchange(Archive archive) {
    count = archive.exchange(count);
    mean = archive.exchange(mean);
    squares = archive.exchange(squares);
    least = archive.exchange(least);
    most = archive.exchange(most);
  }
}
