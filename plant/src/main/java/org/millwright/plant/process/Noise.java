// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.process;

import java.util.function.IntToDoubleFunction;
import org.millwright.plant.line.Draws;

/** Arrays of measurements. */
final class Noise {

  private Noise() {}

  /** One value per index, each with measurement noise. */
  static double[] array(Draws draws, int length, double deviation, IntToDoubleFunction mean) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = mean.applyAsDouble(i) + draws.gaussian(deviation);
    }
    return values;
  }

  /** One whole value per index, each with measurement noise. */
  static long[] whole(Draws draws, int length, double deviation, IntToDoubleFunction mean) {
    long[] values = new long[length];
    for (int i = 0; i < length; i++) {
      values[i] = Math.round(mean.applyAsDouble(i) + draws.gaussian(deviation));
    }
    return values;
  }
}
