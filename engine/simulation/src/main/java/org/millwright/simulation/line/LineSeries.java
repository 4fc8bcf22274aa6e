// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

/** Items on the line and items finished, interval by interval. */
public final class LineSeries {

  private final Line line;
  private final double[] wip;
  private final double[] output;
  private double area;
  private long finished;
  private long since;

  /** A series of a number of intervals that starts now. */
  public LineSeries(Line line, int intervals) {
    this.line = line;
    wip = new double[intervals];
    output = new double[intervals];
  }

  /** Ends the interval of an index at this moment. */
  public void observe(int index) {
    long now = line.now();
    double total = line.inSystem.area(now);
    wip[index] = (total - area) / Math.max(1, now - since);
    output[index] = line.counts.finished - finished;
    area = total;
    finished = line.counts.finished;
    since = now;
  }

  /** Mean number of items on the line in each interval. */
  public double[] wip() {
    return wip.clone();
  }

  /** Items finished in each interval. */
  public double[] output() {
    return output.clone();
  }
}
