// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.svg;

import java.util.List;

/** Draws horizontal bars, such as components of variation or contributions to an alarm. */
public final class BarDrawing {

  private static final int WIDTH = 640;
  private static final int ROW = 24;
  private static final int LEFT = 190;

  private BarDrawing() {}

  /** One bar. */
  public record Bar(String name, double value) {}

  /** The drawing as SVG text. */
  public static String draw(String title, String unit, List<Bar> bars) {
    Svg svg = new Svg(WIDTH, 70 + ROW * bars.size(), title);
    double most = bars.stream().mapToDouble(bar -> Math.abs(bar.value())).max().orElse(1);
    double scale = (WIDTH - LEFT - 90.0) / (most > 0 ? most : 1);
    int y = 52;
    for (Bar bar : bars) {
      svg.text(LEFT - 8.0, y + 13.0, bar.name(), 12, Svg.INK, "end");
      double width = Math.abs(bar.value()) * scale;
      svg.rectangle(LEFT, y, width, ROW - 7.0, bar.value() < 0 ? Svg.FILL : Svg.DATA);
      svg.text(
          LEFT + width + 6, y + 13.0, Svg.number(bar.value()) + " " + unit, 11, Svg.QUIET, "start");
      y += ROW;
    }
    return svg.finish();
  }
}
