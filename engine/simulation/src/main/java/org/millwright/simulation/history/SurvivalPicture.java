// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.Locale;
import org.millwright.simulation.distribution.ContinuousDistribution;

/**
 * Draws the data and the best family as an SVG picture: the share of durations up to each length.
 */
public final class SurvivalPicture {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int MARGIN = 48;
  private static final int POINTS = 200;

  private SurvivalPicture() {}

  /** The picture of a fit under a title. */
  public static String of(String title, DurationFit fit) {
    double most = fit.data().events().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    ContinuousDistribution best = fit.families().getFirst().distribution();
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n"
            .formatted(WIDTH, HEIGHT));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    text(
        svg,
        MARGIN,
        24,
        "%s: %d events, %d cut off; best family %s, distance %.3f, %s"
            .formatted(
                title,
                fit.data().events().size(),
                fit.data().censored().size(),
                best.family(),
                fit.distance(),
                fit.verdict().name().toLowerCase(Locale.ROOT)));
    axes(svg, most);
    line(svg, "#888888", data(fit, most));
    line(svg, "#c0392b", curve(best, most));
    return svg.append("</svg>\n").toString();
  }

  private static void axes(StringBuilder svg, double most) {
    svg.append(
        "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"black\"/>\n"
            .formatted(MARGIN, MARGIN, HEIGHT - MARGIN, WIDTH - MARGIN));
    text(svg, 8, MARGIN, "100 %");
    text(svg, 16, HEIGHT - MARGIN, "0 %");
    text(svg, MARGIN, HEIGHT - 20, "0 s");
    text(svg, WIDTH - 2 * MARGIN, HEIGHT - 20, String.format(Locale.ROOT, "%.4g s", most));
  }

  private static void text(StringBuilder svg, int x, int y, String words) {
    String safe = words.replace("&", "&amp;").replace("<", "&lt;");
    svg.append("<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(x, y, safe));
  }

  private static void line(StringBuilder svg, String colour, String points) {
    svg.append(
        "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>\n"
            .formatted(colour, points));
  }

  private static String data(DurationFit fit, double most) {
    StringBuilder points = new StringBuilder(point(0, 0, most));
    for (LifeData.Step step : fit.data().survival()) {
      points.append(point(step.time(), 1 - step.before(), most));
      points.append(point(step.time(), 1 - step.after(), most));
    }
    return points.toString();
  }

  private static String curve(ContinuousDistribution best, double most) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i <= POINTS; i++) {
      double time = most * i / POINTS;
      points.append(point(time, best.cumulative(time), most));
    }
    return points.toString();
  }

  private static String point(double time, double share, double most) {
    double x = MARGIN + time / most * (WIDTH - 2.0 * MARGIN);
    double y = HEIGHT - MARGIN - share * (HEIGHT - 2.0 * MARGIN);
    return String.format(Locale.ROOT, "%.1f,%.1f ", x, y);
  }
}
