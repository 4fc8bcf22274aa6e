// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

/**
 * The numbers a field may hold.
 *
 * @param words says so, after "is not"
 * @param standIn the number to go on with when the field is at fault
 */
record Range(double least, double most, boolean open, String words, double standIn) {

  static final Range ANY =
      new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, "a number", 0);
  static final Range POSITIVE = new Range(0, Double.POSITIVE_INFINITY, true, "above zero", 1);
  static final Range NOT_NEGATIVE =
      new Range(0, Double.POSITIVE_INFINITY, false, "zero or more", 0);
  static final Range FROM_ONE = new Range(1, Double.POSITIVE_INFINITY, false, "1 or more", 1);
  static final Range PROBABILITY = new Range(0, 1, false, "between 0 and 1", 0);

  boolean holds(double number) {
    return open ? number > least && number < most : number >= least && number <= most;
  }
}
