// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

/**
 * Aggregate of the samples of one tag in one step, or of some of them: two parts whose samples do
 * not interleave in time add up to exactly the aggregate of both.
 *
 * <p>A value holds until the next sample; a sample without a finite number (null, NaN, infinite)
 * ends the holding and is in no other figure.
 *
 * @param step start of the step, epoch milliseconds
 * @param count samples with a finite number
 * @param min smallest number, NaN when count is 0
 * @param max largest number, NaN when count is 0
 * @param sum sum of the numbers, 0 when count is 0
 * @param first number of the first sample, NaN when it has none
 * @param firstTime time of the first sample
 * @param last number of the last sample, NaN when it has none
 * @param lastTime time of the last sample
 * @param covered milliseconds between the first and the last sample in which a number held
 * @param integral number times milliseconds over these
 * @param quality worst quality code
 */
record Part(
    long step,
    long count,
    double min,
    double max,
    double sum,
    double first,
    long firstTime,
    double last,
    long lastTime,
    double covered,
    double integral,
    byte quality) {

  /** The part that is a single sample. */
  static Part of(long step, long time, double value, byte quality) {
    boolean number = Double.isFinite(value);
    double kept = number ? value : Double.NaN;
    return new Part(
        step,
        number ? 1 : 0,
        kept,
        kept,
        number ? value : 0,
        kept,
        time,
        kept,
        time,
        0,
        0,
        quality);
  }

  /** This part followed by a later one of the same step. */
  Part then(Part next) {
    double gap = Double.isNaN(last) ? 0 : next.firstTime - lastTime;
    return new Part(
        step,
        count + next.count,
        smaller(min, next.min),
        larger(max, next.max),
        sum + next.sum,
        first,
        firstTime,
        next.last,
        next.lastTime,
        covered + gap + next.covered,
        integral + (gap == 0 ? 0 : last * gap) + next.integral,
        (byte) Math.max(quality, next.quality));
  }

  private static double smaller(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  private static double larger(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }
}
