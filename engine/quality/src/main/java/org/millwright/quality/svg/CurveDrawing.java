// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.svg;

import java.util.List;

/** Draws curves over a common x axis, each in its own panel with its own scale. */
public final class CurveDrawing {

  private static final int WIDTH = 640;
  private static final int PANEL = 200;

  private CurveDrawing() {}

  /**
   * One curve.
   *
   * @param title its heading
   * @param xs the arguments, rising
   * @param ys the values
   * @param limit a horizontal line to draw; not a number for none
   */
  public record Curve(String title, List<Double> xs, List<Double> ys, double limit) {}

  /** The drawing as SVG text. */
  public static String draw(String title, String axis, List<Curve> curves) {
    Svg svg = new Svg(WIDTH, 60 + PANEL * curves.size(), title);
    int top = 52;
    for (Curve curve : curves) {
      panel(svg, curve, top);
      top += PANEL;
    }
    svg.text(WIDTH / 2.0, svg.height() - 6.0, axis, 12, Svg.INK, "middle");
    return svg.finish();
  }

  private static void panel(Svg svg, Curve curve, int top) {
    double[] x = curve.xs().stream().mapToDouble(v -> v).toArray();
    double[] y = curve.ys().stream().mapToDouble(v -> v).toArray();
    double most = Double.isNaN(curve.limit()) ? 0 : curve.limit();
    double least = Math.min(0, most);
    for (double v : y) {
      most = Double.isFinite(v) ? Math.max(most, v) : most;
      least = Double.isFinite(v) ? Math.min(least, v) : least;
    }
    Frame frame =
        Frame.around(
            70,
            top + 12.0,
            WIDTH - 90.0,
            PANEL - 56,
            new double[] {x[0], x[x.length - 1]},
            new double[] {least, most});
    svg.text(70, top + 4.0, curve.title(), 12, Svg.INK, "start");
    frame.gridY(svg);
    frame.gridX(svg);
    if (!Double.isNaN(curve.limit())) {
      double at = frame.y(curve.limit());
      svg.line(frame.left(), at, frame.right(), at, Svg.LIMIT, "stroke-width=\"1.2\"");
    }
    double[] xs = new double[x.length];
    double[] ys = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      xs[i] = frame.x(x[i]);
      ys[i] = frame.y(y[i]);
    }
    svg.path(xs, ys, Svg.DATA, 1.4);
    if (!Double.isNaN(curve.limit()) && x.length < 5_000) {
      for (int i = 0; i < x.length; i++) {
        if (y[i] > curve.limit()) {
          svg.circle(xs[i], ys[i], 1.6, Svg.ALARM, Svg.ALARM);
        }
      }
    }
  }
}
