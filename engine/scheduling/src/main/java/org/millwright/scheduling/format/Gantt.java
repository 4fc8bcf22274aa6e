// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.Locale;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.problem.Span;

/** Draws a plan as an SVG: a row a machine, a bar an operation, a colour a family or job. */
public final class Gantt {

  private static final int LEFT = 110;
  private static final int TOP = 34;
  private static final int ROW = 22;
  private static final int WIDTH = 1400;
  private static final int TICKS = 10;

  /** Pixels a letter takes, about; a bar too short for its label goes without. */
  private static final double LETTER = 6.2;

  private static final String STYLE =
      ".bg{fill:#fff}.ink{fill:#333}.dim{fill:#555}.grid{stroke:#ddd}.closed{fill:#eee}"
          + ".bar{stroke:#fff;stroke-width:.5}.on{fill:#111;font-size:10px;pointer-events:none}"
          + "@media(prefers-color-scheme:dark){.bg{fill:#15181c}.ink{fill:#eee}.dim{fill:#aaa}"
          + ".grid{stroke:#3a4048}.closed{fill:#24292f}.bar{stroke:#15181c}}";

  private final Problem problem;
  private final Plan plan;
  private final int first;
  private final double scale;
  private final StringBuilder out = new StringBuilder();

  private Gantt(Problem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
    first = plan.placements().stream().mapToInt(Placement::start).min().orElse(0);
    int last = plan.placements().stream().mapToInt(Placement::end).max().orElse(first + 1);
    scale = (double) (WIDTH - LEFT - 20) / Math.max(1, last - first);
  }

  /** The picture. */
  public static String svg(Problem problem, Plan plan) {
    Gantt gantt = new Gantt(problem, plan);
    gantt.draw();
    return gantt.out.toString();
  }

  private void draw() {
    int height = TOP + ROW * problem.machines().size() + 12;
    out.append(
        ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
                + "font-family=\"sans-serif\" font-size=\"11\">%n"
                + "<title>%s</title>%n<style>%s</style>%n"
                + "<rect class=\"bg\" width=\"100%%\" height=\"100%%\"/>%n")
            .formatted(WIDTH, height, escape(problem.name()), STYLE));
    axis(height);
    for (int m = 0; m < problem.machines().size(); m++) {
      row(m);
    }
    plan.placements().forEach(this::bar);
    out.append("</svg>\n");
  }

  private void axis(int height) {
    double range = (WIDTH - LEFT - 20) / scale;
    for (int i = 0; i <= TICKS; i++) {
      int tick = first + (int) Math.round(range * i / TICKS);
      String label =
          problem.scale().dated()
              ? problem.scale().instant(tick).toString().substring(5, 16).replace('T', ' ')
              : Integer.toString(tick);
      line(
          String.format(
              Locale.ROOT,
              "<path class=\"grid\" d=\"M%.1f %d V%d\"/>",
              x(tick),
              TOP - 6,
              height - 8));
      line(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"%s\" class=\"dim\">%s</text>",
              x(tick),
              TOP - 12,
              i == TICKS ? "end" : "middle",
              label));
    }
  }

  private void row(int machine) {
    int y = TOP + machine * ROW;
    line(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" class=\"ink\">%s</text>",
            LEFT - 8,
            y + 14,
            escape(problem.machines().get(machine).id())));
    int last = first + (int) ((WIDTH - LEFT - 20) / scale);
    int at = first;
    for (Span span : problem.machines().get(machine).calendar().working()) {
      closed(Math.max(first, at), Math.min(last, span.from()), y);
      at = span.to();
    }
  }

  private void closed(int from, int to, int y) {
    if (from < to) {
      line(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" class=\"closed\"/>",
              x(from),
              y,
              (to - from) * scale,
              ROW - 2));
    }
  }

  private void bar(Placement placement) {
    var job = problem.jobs().get(placement.job());
    int family = job.operations().get(placement.operation()).family();
    int hue = Math.floorMod((family >= 0 ? family : placement.job()) * 137, 360);
    line(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" "
                + "fill=\"hsl(%d 55%% 62%%)\" class=\"bar\">"
                + "<title>%s / %s</title></rect>",
            x(placement.start()),
            TOP + placement.machine() * ROW,
            Math.max(0.5, (placement.end() - placement.start()) * scale),
            ROW - 3,
            hue,
            escape(job.id()),
            escape(job.operations().get(placement.operation()).id())));
    String full = job.id() + " / " + job.operations().get(placement.operation()).id();
    label(placement, fits(placement, full) ? full : job.id());
  }

  private boolean fits(Placement placement, String text) {
    return text.length() * LETTER + 8 < (placement.end() - placement.start()) * scale;
  }

  /** Companions in a furnace share their bar, which therefore goes without a label. */
  private void label(Placement placement, String text) {
    if (fits(placement, text) && !problem.machines().get(placement.machine()).isBatching()) {
      line(
          String.format(
              Locale.ROOT,
              "<text class=\"on\" x=\"%.1f\" y=\"%d\">%s</text>",
              x(placement.start()) + 4,
              TOP + placement.machine() * ROW + 13,
              escape(text)));
    }
  }

  private double x(int tick) {
    return LEFT + (tick - first) * scale;
  }

  private void line(String element) {
    out.append(element).append('\n');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
