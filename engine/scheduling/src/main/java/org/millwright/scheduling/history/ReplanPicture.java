// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The picture of a report: finish in the plan against the actual finish, orders in the shop over
 * time, and the busiest resources. Its colours follow the reader's light or dark setting.
 */
final class ReplanPicture {

  private static final int WIDTH = 1000;
  private static final int HEIGHT = 790;
  private static final int SIDE = 380;
  private static final int BARS = 12;
  private static final double MINUTES_PER_DAY = 1440;

  private final Comparison comparison;
  private final ReplanWords words;
  private final double days;
  private final StringBuilder out = new StringBuilder();

  private ReplanPicture(Comparison comparison, ReplanWords words) {
    this.comparison = comparison;
    this.words = words;
    int last = Math.max(1, Math.max(comparison.actualEnd(), comparison.plannedEnd()));
    this.days = Math.ceil(last / MINUTES_PER_DAY);
  }

  static String svg(Comparison comparison, ReplanWords words) {
    ReplanPicture picture = new ReplanPicture(comparison, words);
    picture.draw();
    return picture.out.toString();
  }

  private void draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"system-ui,sans-serif\" font-size=\"12\">",
        WIDTH, HEIGHT);
    add("<title>%s</title>", words.title());
    add(
        "<style>.bg{fill:#fff}.ink{fill:#222}.dim{fill:#666}.grid{stroke:#ddd;fill:none}"
            + ".a{fill:#b0690a}.p{fill:#1769aa}.al{stroke:#b0690a;fill:none;stroke-width:2}"
            + ".pl{stroke:#1769aa;fill:none;stroke-width:2}"
            + "@media(prefers-color-scheme:dark){.bg{fill:#15181c}.ink{fill:#eee}.dim{fill:#aaa}"
            + ".grid{stroke:#3a4048}.a{fill:#f0a83c}.p{fill:#63b3f5}.al{stroke:#f0a83c}"
            + ".pl{stroke:#63b3f5}}</style>");
    add("<rect class=\"bg\" width=\"%d\" height=\"%d\"/>", WIDTH, HEIGHT);
    finishes(70, 40);
    open(570, 40);
    bars(70, 500);
    add("</svg>");
  }

  /** A point an order: below the line it ends earlier in the plan. */
  private void finishes(int left, int top) {
    heading(left, top, words.finishes());
    frame(left, top, days);
    add("<path class=\"grid\" d=\"M%d %d L%d %d\"/>", left, top + SIDE, left + SIDE, top);
    for (Comparison.Order order : comparison.orders()) {
      add(
          "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\" opacity=\"0.75\">"
              + "<title>%s</title></circle>",
          order.plannedEnd() <= order.actualEnd() ? "p" : "a",
          left + at(order.actualEnd()),
          top + SIDE - at(order.plannedEnd()),
          ReplanReport.escape(order.id()));
    }
    text(left + SIDE / 2, top + SIDE + 34, "middle", words.actualFinish());
    add(
        "<text class=\"dim\" transform=\"translate(%d %d) rotate(-90)\""
            + " text-anchor=\"middle\">%s</text>",
        left - 40, top + SIDE / 2, words.plannedFinish());
  }

  private void open(int left, int top) {
    heading(left, top, words.openOrders());
    int most = 1;
    int steps = (int) days;
    int[] actual = new int[steps + 1];
    int[] planned = new int[steps + 1];
    for (int d = 0; d <= steps; d++) {
      int tick = (int) (d * MINUTES_PER_DAY);
      actual[d] =
          (int)
              comparison.orders().stream()
                  .filter(o -> o.release() <= tick && o.actualEnd() > tick)
                  .count();
      planned[d] =
          (int)
              comparison.orders().stream()
                  .filter(o -> o.release() <= tick && o.plannedEnd() > tick)
                  .count();
      most = Math.max(most, Math.max(actual[d], planned[d]));
    }
    frame(left, top, most);
    curve("al", left, top, actual, most);
    curve("pl", left, top, planned, most);
    text(left + SIDE / 2, top + SIDE + 34, "middle", words.day());
    legend(left + 14, top + 18);
  }

  private void curve(String style, int left, int top, int[] values, int most) {
    StringBuilder path = new StringBuilder();
    for (int d = 0; d < values.length; d++) {
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1f",
              d == 0 ? "M" : " L",
              left + d * SIDE / days,
              top + SIDE - (double) values[d] * SIDE / most));
    }
    add("<path class=\"%s\" d=\"%s\"/>", style, path);
  }

  private void legend(int left, int top) {
    add("<rect class=\"a\" x=\"%d\" y=\"%d\" width=\"12\" height=\"12\"/>", left, top - 10);
    text(left + 18, top, "start", words.log());
    add("<rect class=\"p\" x=\"%d\" y=\"%d\" width=\"12\" height=\"12\"/>", left, top + 10);
    text(left + 18, top + 20, "start", words.plan());
  }

  private void bars(int left, int top) {
    heading(left, top, words.busiest());
    List<Comparison.Use> uses =
        comparison.uses().stream()
            .sorted(Comparator.comparingLong(Comparison.Use::actualMinutes).reversed())
            .limit(BARS)
            .toList();
    long most =
        uses.stream()
            .mapToLong(use -> Math.max(use.actualMinutes(), use.plannedMinutes()))
            .max()
            .orElse(1);
    for (int i = 0; i < uses.size(); i++) {
      int y = top + i * 21;
      text(left + 50, y + 12, "end", ReplanReport.escape(uses.get(i).resource()));
      bar("a", left + 58, y, uses.get(i).actualMinutes(), most);
      bar("p", left + 58, y + 9, uses.get(i).plannedMinutes(), most);
    }
  }

  private void bar(String style, int left, int y, long minutes, long most) {
    double length = 720.0 * minutes / Math.max(1, most);
    add(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"8\"/>",
        style, left, y, length);
    add(
        "<text class=\"dim\" font-size=\"9\" x=\"%.1f\" y=\"%d\">%d h</text>",
        left + length + 4, y + 8, Math.round(minutes / 60.0));
  }

  private void frame(int left, int top, double most) {
    for (int i = 0; i <= 4; i++) {
      double x = left + SIDE * i / 4.0;
      double y = top + SIDE * i / 4.0;
      add(
          "<path class=\"grid\" d=\"M%.1f %d V%d M%d %.1f H%d\"/>",
          x, top, top + SIDE, left, y, left + SIDE);
      text((int) x, top + SIDE + 16, "middle", Long.toString(Math.round(days * i / 4)));
      text(left - 6, (int) y + 4, "end", Long.toString(Math.round(most * (4 - i) / 4)));
    }
  }

  private void heading(int left, int top, String text) {
    add(
        "<text class=\"ink\" x=\"%d\" y=\"%d\" font-size=\"14\" font-weight=\"600\">%s</text>",
        left, top - 14, text);
  }

  private void text(int x, int y, String anchor, String text) {
    add("<text class=\"dim\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
  }

  private double at(int tick) {
    return tick / MINUTES_PER_DAY * SIDE / days;
  }

  @SuppressWarnings("AnnotateFormatMethod") // its annotation would be a dependency
  private void add(String format, Object... values) {
    out.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
        .append('\n');
  }
}
