// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.backtest;

import java.util.Arrays;
import java.util.Locale;
import org.millwright.simulation.history.SurvivalPicture;

/** A back-test as one HTML page with its pictures inside. */
public final class BacktestReport {

  private static final int WIDTH = 900;
  private static final int HEIGHT = 320;
  private static final int MARGIN = 44;

  private BacktestReport() {}

  /** The page. */
  public static String html(Backtest test) {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">");
    page.append("<title>Hourly availability, predicted and actual</title>");
    page.append(
        "<style>body{font:15px sans-serif;max-width:60em;margin:2em auto}td,th{padding:.2em"
            + " .8em;text-align:right}svg{max-width:100%}</style>\n");
    page.append("<h1>Hourly availability, predicted and actual</h1>\n");
    page.append(summary(test));
    page.append("<h2>Hour by hour</h2>\n").append(bands(test));
    page.append("<h2>Distribution over all hours</h2>\n").append(distributions(test));
    page.append("<h2>Fits</h2>\n");
    page.append(SurvivalPicture.of("Runs", test.forecast().runs()));
    page.append(SurvivalPicture.of("Stops", test.forecast().stops()));
    return page.append("</html>\n").toString();
  }

  private static String summary(Backtest test) {
    return """
    <p>Learned from %d days before %s; held against %d hours from then on.
    Hours watched for less than a quarter of an hour are left out.</p>
    <table><tr><th></th><th>nominal</th><th>seen</th></tr>
    <tr><td>inside the 50 %% band</td><td>50 %%</td><td>%s</td></tr>
    <tr><td>inside the 90 %% band</td><td>90 %%</td><td>%s</td></tr>
    <tr><td>mean availability</td><td>%s</td><td>%s</td></tr></table>
    """
        .formatted(
            test.forecast().dayCount(),
            test.split(),
            test.rows().size(),
            percent(test.coverage50()),
            percent(test.coverage90()),
            percent(test.predictedMean()),
            percent(test.actualMean()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private static String open() {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"black\"/>\n<text x=\"4\" y=\"%d\">100 %%</text><text x=\"16\" y=\"%d\">0 %%</text>\n"
        .formatted(
            WIDTH, HEIGHT, MARGIN, MARGIN, HEIGHT - MARGIN, WIDTH - 10, MARGIN, HEIGHT - MARGIN);
  }

  private static double y(double share) {
    return HEIGHT - MARGIN - share * (HEIGHT - 2.0 * MARGIN);
  }

  private static String bands(Backtest test) {
    StringBuilder svg = new StringBuilder(open());
    double step = (WIDTH - MARGIN - 10.0) / Math.max(1, test.rows().size());
    for (int i = 0; i < test.rows().size(); i++) {
      Backtest.Row row = test.rows().get(i);
      double x = MARGIN + step * i + step * 0.1;
      svg.append(bar(x, step * 0.8, row.p05(), row.p95(), "#d6e4f0"));
      svg.append(bar(x, step * 0.8, row.p25(), row.p75(), "#8fb4d6"));
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"><title>%s %d h:"
                  + " %s</title></circle>\n",
              x + step * 0.4,
              y(row.hour().availability()),
              row.in90() ? "black" : "#c0392b",
              row.hour().date(),
              row.hour().hour(),
              percent(row.hour().availability())));
    }
    svg.append(
        "<text x=\"%d\" y=\"%d\">each hour: 90 %% band, 50 %% band, dot = actual (red outside 90 %%)</text>\n"
            .formatted(MARGIN, HEIGHT - 16));
    return svg.append("</svg>\n").toString();
  }

  private static String bar(double x, double width, double low, double high, String colour) {
    return String.format(
        Locale.ROOT,
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>\n",
        x,
        y(high),
        width,
        Math.max(1, y(low) - y(high)),
        colour);
  }

  private static String distributions(Backtest test) {
    double[] actual =
        test.rows().stream().mapToDouble(row -> row.hour().availability()).sorted().toArray();
    StringBuilder svg = new StringBuilder(open());
    svg.append(curve(test.forecast().distribution(1), "#8fb4d6")).append(curve(actual, "black"));
    svg.append(
        "<text x=\"%d\" y=\"%d\">share of hours (up) with at most this availability (right, 0 to 100 %%): blue predicted for a whole hour, black actual</text>\n"
            .formatted(MARGIN, HEIGHT - 16));
    return svg.append("</svg>\n").toString();
  }

  private static String curve(double[] sorted, String colour) {
    StringBuilder points = new StringBuilder();
    double[] values = Arrays.copyOf(sorted, sorted.length);
    for (int i = 0; i < values.length; i++) {
      double x = MARGIN + values[i] * (WIDTH - MARGIN - 10.0);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y((i + 1.0) / values.length)));
    }
    return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>\n"
        .formatted(colour, points);
  }
}
