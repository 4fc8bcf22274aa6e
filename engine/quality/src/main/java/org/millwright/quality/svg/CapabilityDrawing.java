// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.svg;

import org.millwright.quality.capability.Capability;
import org.millwright.quality.math.Normal;

/** Draws a capability study: the values' histogram, the normal curves and the limits. */
public final class CapabilityDrawing {

  private CapabilityDrawing() {}

  /** The drawing as SVG text. */
  public static String draw(Capability study, double[] values) {
    Svg svg = new Svg(760, 420, "Process capability");
    double least = lesser(study.min(), study.lsl());
    double most = greater(study.max(), study.usl());
    double air = (most - least) * 0.06;
    int bars = Math.clamp(Math.round(Math.sqrt(values.length) * 1.5), 8, 40);
    double width = (study.max() - study.min()) / bars;
    int[] counts = new int[bars];
    for (double value : values) {
      counts[Math.min(bars - 1, (int) ((value - study.min()) / width))]++;
    }
    int highest = 1;
    for (int count : counts) {
      highest = Math.max(highest, count);
    }
    double density = values.length * width / study.sigmaWithin() * Normal.density(0);
    double top = Math.max(highest, density) * 1.08;
    Frame frame = new Frame(60, 60, 520, 300, least - air, most + air, 0, top);
    frame.gridX(svg);
    for (int i = 0; i < bars; i++) {
      double x = frame.x(study.min() + i * width);
      double y = frame.y(counts[i]);
      svg.rectangle(
          x, y, frame.x(study.min() + (i + 1) * width) - x - 1, frame.bottom() - y, Svg.FILL);
    }
    curve(svg, frame, study.mean(), study.sigmaWithin(), values.length * width, Svg.DATA);
    curve(svg, frame, study.mean(), study.sigmaOverall(), values.length * width, Svg.SECOND);
    limit(svg, frame, study.lsl(), "LSL", Svg.LIMIT);
    limit(svg, frame, study.usl(), "USL", Svg.LIMIT);
    limit(svg, frame, study.target(), "T", Svg.QUIET);
    figures(svg, study);
    return svg.finish();
  }

  private static double lesser(double a, double b) {
    return Double.isNaN(b) ? a : Math.min(a, b);
  }

  private static double greater(double a, double b) {
    return Double.isNaN(b) ? a : Math.max(a, b);
  }

  private static void curve(
      Svg svg, Frame frame, double mean, double sigma, double scale, String colour) {
    double[] xs = new double[201];
    double[] ys = new double[201];
    for (int i = 0; i <= 200; i++) {
      double x = frame.minX() + i * (frame.maxX() - frame.minX()) / 200;
      xs[i] = frame.x(x);
      ys[i] = frame.y(scale / sigma * Normal.density((x - mean) / sigma));
    }
    svg.path(xs, ys, colour, 1.5);
  }

  private static void limit(Svg svg, Frame frame, double value, String name, String colour) {
    if (Double.isFinite(value)) {
      double x = frame.x(value);
      svg.line(x, frame.top(), x, frame.bottom(), colour, "stroke-dasharray=\"5 3\"");
      svg.text(x, frame.top() - 6, name + " " + Svg.number(value), 11, colour, "middle");
    }
  }

  private static void figures(Svg svg, Capability study) {
    String[] names = {"Cp", "Cpk", "Cpm", "Pp", "Ppk", "σ within", "σ overall", "ppm within"};
    double[] values = {
      study.cp(),
      study.cpk(),
      study.cpm(),
      study.pp(),
      study.ppk(),
      study.sigmaWithin(),
      study.sigmaOverall(),
      study.expectedWithin().ppmTotal()
    };
    int y = 84;
    for (int i = 0; i < names.length; i++) {
      svg.text(600, y, names[i], 12, Svg.QUIET, "start");
      String shown =
          Double.isFinite(values[i])
              ? String.format(java.util.Locale.ROOT, "%.4g", values[i])
              : "–";
      svg.text(744, y, shown, 12, Svg.INK, "end");
      y += 22;
    }
    svg.text(600, y + 10, "— within", 11, Svg.DATA, "start");
    svg.text(600, y + 26, "— overall", 11, Svg.SECOND, "start");
  }
}
