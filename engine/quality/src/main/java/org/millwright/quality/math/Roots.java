// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.math;

import java.util.function.DoubleUnaryOperator;

/** Roots and minima of functions of one variable. */
public final class Roots {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Roots() {}

  /** A root between two arguments whose function values differ in sign, to the last bits. */
  public static double bisect(DoubleUnaryOperator function, double low, double high) {
    double sign = Math.signum(function.applyAsDouble(low));
    double left = low;
    double right = high;
    for (int i = 0; i < 200 && right - left > 1e-14 * Math.max(1e-6, Math.abs(left)); i++) {
      double middle = (left + right) / 2;
      if (Math.signum(function.applyAsDouble(middle)) == sign) {
        left = middle;
      } else {
        right = middle;
      }
    }
    return (left + right) / 2;
  }

  /** The argument of the least value of a function with one minimum between two arguments. */
  public static double minimum(DoubleUnaryOperator function, double low, double high) {
    double left = low;
    double right = high;
    double a = right - GOLDEN * (right - left);
    double b = left + GOLDEN * (right - left);
    double atA = function.applyAsDouble(a);
    double atB = function.applyAsDouble(b);
    for (int i = 0; i < 120 && right - left > 1e-10 * (1 + Math.abs(left)); i++) {
      if (atA < atB) {
        right = b;
        b = a;
        atB = atA;
        a = right - GOLDEN * (right - left);
        atA = function.applyAsDouble(a);
      } else {
        left = a;
        a = b;
        atA = atB;
        b = left + GOLDEN * (right - left);
        atB = function.applyAsDouble(b);
      }
    }
    return (left + right) / 2;
  }
}
