// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.svg;

import java.util.Locale;

/** Writes the few SVG elements a chart needs. */
final class Svg {

  static final String INK = "#37474f";
  static final String QUIET = "#90a4ae";
  static final String GRID = "#e3e8eb";
  static final String DATA = "#3f6a86";
  static final String FILL = "#b8cbd6";
  static final String LIMIT = "#6d4c41";
  static final String ALARM = "#c62828";
  static final String SECOND = "#8d6e63";

  private final StringBuilder text = new StringBuilder();
  private final int width;
  private final int height;

  Svg(int width, int height, String title) {
    this.width = width;
    this.height = height;
    text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height)
        .append("\" width=\"")
        .append(width)
        .append("\" height=\"")
        .append(height)
        .append("\" font-family=\"Helvetica, Arial, 'Noto Sans CJK SC', sans-serif\">\n<title>")
        .append(escape(title))
        .append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    text(16, 26, title, 16, INK, "start");
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  void line(double x1, double y1, double x2, double y2, String colour, String style) {
    text.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" %s/>%n",
            x1,
            y1,
            x2,
            y2,
            colour,
            style));
  }

  void circle(double x, double y, double radius, String fill, String stroke) {
    text.append(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" stroke=\"%s\"/>%n",
            x,
            y,
            radius,
            fill,
            stroke));
  }

  void rectangle(double x, double y, double w, double h, String fill) {
    text.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
            x,
            y,
            Math.max(0, w),
            Math.max(0, h),
            fill));
  }

  void text(double x, double y, String words, int size, String colour, String anchor) {
    text.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"%s\""
                + " text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            size,
            colour,
            anchor,
            escape(words)));
  }

  /** A line through points; not-a-number breaks it. */
  void path(double[] xs, double[] ys, String colour, double thickness) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < xs.length; i++) {
      if (Double.isFinite(ys[i])) {
        path.append(String.format(Locale.ROOT, "%s%.1f %.1f ", pen ? "L" : "M", xs[i], ys[i]));
      }
      pen = Double.isFinite(ys[i]);
    }
    text.append(
        String.format(
            Locale.ROOT,
            "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\"/>%n",
            path.toString().strip(),
            colour,
            thickness));
  }

  String finish() {
    return text + "</svg>\n";
  }

  /** A number with as many digits as help on an axis. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return "";
    }
    double size = Math.abs(value);
    if (size == 0) {
      return "0"; // and not "-0"
    }
    if (size >= 1e-3 && size < 1e6) {
      int digits = size >= 1 ? (int) Math.max(0, 6 - Math.floor(Math.log10(size)) - 1) : 5;
      String plain = String.format(Locale.ROOT, "%." + digits + "f", value);
      return plain.indexOf('.') < 0 ? plain : plain.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
    return String.format(Locale.ROOT, "%.3g", value);
  }

  private static String escape(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
