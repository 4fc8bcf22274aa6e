// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.svg;

import java.util.List;
import java.util.stream.Collectors;
import org.millwright.quality.chart.ControlChart;

/** Draws a control chart, panel below panel. */
public final class ControlChartDrawing {

  private static final int WIDTH = 900;
  private static final int PANEL = 230;
  private static final int LEFT = 76;
  private static final int RIGHT = 96;

  private ControlChartDrawing() {}

  /** The drawing as SVG text. */
  public static String draw(ControlChart chart) {
    Svg svg = new Svg(WIDTH, 44 + PANEL * chart.panels().size(), chart.title());
    String verdict =
        chart.inControl()
            ? "no rule violated (" + chart.rules().name() + ")"
            : chart.violations().size() + " violations (" + chart.rules().name() + ")";
    svg.text(WIDTH - 16.0, 26, verdict, 12, chart.inControl() ? Svg.INK : Svg.ALARM, "end");
    int top = 52;
    for (ControlChart.Panel panel : chart.panels()) {
      panel(svg, panel, top, panel.equals(chart.panels().getLast()));
      top += PANEL;
    }
    return svg.finish();
  }

  private static void panel(Svg svg, ControlChart.Panel panel, int top, boolean last) {
    List<ControlChart.Point> points = panel.points();
    double[] range = range(points);
    Frame frame =
        Frame.around(
            LEFT,
            top + 14.0,
            WIDTH - LEFT - RIGHT,
            PANEL - 58,
            new double[] {0.5, points.size() + 0.5},
            range);
    svg.text(LEFT, top + 4.0, panel.title(), 12, Svg.INK, "start");
    frame.gridY(svg);
    lines(svg, frame, points);
    boundaries(svg, frame, points);
    values(svg, frame, points);
    labels(svg, frame, points, last);
  }

  private static double[] range(List<ControlChart.Point> points) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (ControlChart.Point point : points) {
      for (double v : new double[] {point.value(), point.lcl(), point.ucl(), point.center()}) {
        least = Double.isFinite(v) ? Math.min(least, v) : least;
        most = Double.isFinite(v) ? Math.max(most, v) : most;
      }
    }
    return new double[] {least, most};
  }

  /** Centre and limits as steps, so that unequal subgroups and stages show. */
  private static void lines(Svg svg, Frame frame, List<ControlChart.Point> points) {
    for (int i = 0; i < points.size(); i++) {
      ControlChart.Point point = points.get(i);
      double from = frame.x(i + 0.5);
      double to = frame.x(i + 1.5);
      svg.line(from, frame.y(point.center()), to, frame.y(point.center()), Svg.QUIET, "");
      for (double limit : new double[] {point.lcl(), point.ucl()}) {
        if (Double.isFinite(limit)) {
          svg.line(from, frame.y(limit), to, frame.y(limit), Svg.LIMIT, "stroke-width=\"1.2\"");
        }
      }
    }
    ControlChart.Point end = points.getLast();
    tag(svg, frame, "UCL ", end.ucl());
    tag(svg, frame, "CL ", end.center());
    tag(svg, frame, "LCL ", end.lcl());
  }

  private static void tag(Svg svg, Frame frame, String name, double value) {
    if (Double.isFinite(value)) {
      svg.text(
          frame.right() + 6, frame.y(value) + 4, name + Svg.number(value), 11, Svg.LIMIT, "start");
    }
  }

  private static void boundaries(Svg svg, Frame frame, List<ControlChart.Point> points) {
    for (int i = 1; i < points.size(); i++) {
      ControlChart.Point before = points.get(i - 1);
      ControlChart.Point here = points.get(i);
      if (!before.stage().equals(here.stage())) {
        double x = frame.x(i + 0.5);
        svg.line(x, frame.top(), x, frame.bottom(), Svg.QUIET, "stroke-dasharray=\"4 3\"");
        svg.text(x + 3, frame.top() + 10, here.stage(), 10, Svg.QUIET, "start");
      }
    }
  }

  private static void values(Svg svg, Frame frame, List<ControlChart.Point> points) {
    double[] xs = new double[points.size()];
    double[] ys = new double[points.size()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = frame.x(i + 1);
      ys[i] = frame.y(points.get(i).value());
    }
    svg.path(xs, ys, Svg.DATA, 1.2);
    double radius = points.size() > 150 ? 1.6 : 3;
    for (int i = 0; i < xs.length; i++) {
      ControlChart.Point point = points.get(i);
      if (!Double.isFinite(ys[i])) {
        continue;
      }
      boolean alarm = !point.rules().isEmpty();
      boolean second = point.phase().equals("II");
      String fill = alarm ? Svg.ALARM : second ? "#ffffff" : Svg.DATA;
      svg.circle(xs[i], ys[i], alarm ? radius + 1 : radius, fill, alarm ? Svg.ALARM : Svg.DATA);
      if (alarm) {
        String rules = point.rules().stream().map(r -> r + "").collect(Collectors.joining(","));
        svg.text(xs[i], ys[i] - 7, rules, 10, Svg.ALARM, "middle");
      }
    }
  }

  private static void labels(Svg svg, Frame frame, List<ControlChart.Point> points, boolean last) {
    int every = Math.max(1, (int) Math.ceil(points.size() / 25.0));
    svg.line(frame.left(), frame.bottom(), frame.right(), frame.bottom(), Svg.QUIET, "");
    for (int i = 0; i < points.size(); i += every) {
      String label = points.get(i).label();
      String shown = label.length() > 8 ? label.substring(0, 8) : label;
      svg.text(frame.x(i + 1), frame.bottom() + 15, shown, 10, Svg.QUIET, "middle");
    }
    if (last && points.stream().anyMatch(p -> p.phase().equals("II"))) {
      svg.text(
          frame.left(),
          frame.bottom() + 30,
          "● phase I: limits estimated from it   ○ phase II or left out",
          10,
          Svg.QUIET,
          "start");
    }
  }
}
