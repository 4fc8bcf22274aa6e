// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.svg;

/**
 * A plotting area with linear axes.
 *
 * @param left the left edge in pixels
 * @param top the upper edge
 * @param width the width
 * @param height the height
 * @param minX the value at the left edge
 * @param maxX the value at the right edge
 * @param minY the value at the lower edge
 * @param maxY the value at the upper edge
 */
record Frame(
    double left,
    double top,
    double width,
    double height,
    double minX,
    double maxX,
    double minY,
    double maxY) {

  /** A frame whose y axis leaves some air around the values. */
  static Frame around(
      double left, double top, double width, double height, double[] x, double[] y) {
    double air = (y[1] - y[0]) * 0.08;
    double least = air > 0 ? y[0] - air : y[0] - 1;
    double most = air > 0 ? y[1] + air : y[1] + 1;
    return new Frame(left, top, width, height, x[0], x[1], least, most);
  }

  double x(double value) {
    return left + (value - minX) / (maxX - minX) * width;
  }

  double y(double value) {
    return top + height - (value - minY) / (maxY - minY) * height;
  }

  double bottom() {
    return top + height;
  }

  double right() {
    return left + width;
  }

  /** Draws grid lines with their values at round numbers on the y axis. */
  void gridY(Svg svg) {
    double step = step(maxY - minY, 5);
    for (double v = Math.ceil(minY / step) * step; v <= maxY; v += step) {
      svg.line(left, y(v), right(), y(v), Svg.GRID, "");
      svg.text(left - 6, y(v) + 4, Svg.number(clean(v, step)), 11, Svg.QUIET, "end");
    }
  }

  /** Draws values at round numbers on the x axis. */
  void gridX(Svg svg) {
    double step = step(maxX - minX, 8);
    for (double v = Math.ceil(minX / step) * step; v <= maxX; v += step) {
      svg.line(x(v), bottom(), x(v), bottom() + 4, Svg.QUIET, "");
      svg.text(x(v), bottom() + 16, Svg.number(clean(v, step)), 11, Svg.QUIET, "middle");
    }
    svg.line(left, bottom(), right(), bottom(), Svg.QUIET, "");
  }

  private static double clean(double value, double step) {
    return Math.rint(value / step) * step;
  }

  static double step(double range, int wanted) {
    double rough = range / wanted;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double share = rough / power;
    return power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
  }
}
