// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.List;
import org.millwright.quality.Outcome;
import org.millwright.quality.math.ControlConstants;
import org.millwright.quality.math.Samples;
import org.millwright.quality.rules.Rule;
import org.millwright.quality.rules.RuleStream;

/**
 * A phase II chart fed sample by sample, in constant time and memory: the same values, limits and
 * signals as the batch chart with the same standards. Not safe for several threads.
 */
public final class ChartStream {

  /** The charts that can be fed. */
  public static final List<String> NAMES =
      List.of("xbar-r", "xbar-s", "i-mr", "p", "np", "c", "u", "ewma", "cusum", "ma");

  /** What a panel plots of a sample. */
  private interface Plotter {
    Spot plot(double[] row);
  }

  private final List<Plotter> plotters = new ArrayList<>();
  private final List<RuleStream> rules = new ArrayList<>();
  private final Spot[] spots;
  private final int[] signals;

  private ChartStream(String name, ChartOptions options) {
    panels(name, options);
    spots = new Spot[plotters.size()];
    signals = new int[plotters.size()];
  }

  /** Starts a chart of {@link #NAMES} with known centre and, for measurements, known σ. */
  public static Outcome<ChartStream> start(String name, ChartOptions options) {
    boolean counts = List.of("p", "np", "c", "u").contains(name);
    if (!NAMES.contains(name)
        || !options.given().knowsCenter()
        || !(counts || options.given().sigma() > 0)) {
      return Outcome.refuse(
          "QUALITY-STREAM-STANDARDS",
          name,
          "a streaming chart needs known standards, from a phase I chart.",
          "one of " + String.join(", ", NAMES) + " with centre and sigma");
    }
    return Outcome.of(new ChartStream(name, options));
  }

  /**
   * Takes a sample: the subgroup's values, or count and size.
   *
   * @return whether any rule is complete in any panel
   */
  public boolean accept(double... row) {
    boolean any = false;
    for (int p = 0; p < spots.length; p++) {
      Spot spot = plotters.get(p).plot(row);
      spots[p] = spot;
      signals[p] =
          spot.isPlotted()
              ? rules
                  .get(p)
                  .accept(spot.value(), spot.center(), spot.sigma(), spot.lower(), spot.upper())
              : 0;
      any |= signals[p] != 0;
    }
    return any;
  }

  /** The newest spot of a panel, in the batch chart's order. */
  public Spot spot(int panel) {
    return spots[panel];
  }

  /** The newest signals of a panel: bit <i>id</i> for each rule complete. */
  public int signals(int panel) {
    return signals[panel];
  }

  private void add(Plotter plotter, Draft.Nature nature, ChartOptions options) {
    plotters.add(plotter);
    List<Rule> own = options.rules().rules().stream().filter(rule -> nature.allows(rule)).toList();
    rules.add(new RuleStream(own));
  }

  private void panels(String name, ChartOptions options) {
    double center = options.given().center();
    double sigma = options.given().sigma();
    double sigmas = options.sigmas();
    Plotter mean = row -> Spot.of(Samples.mean(row), center, sigma / Math.sqrt(row.length), sigmas);
    switch (name) {
      case "xbar-r" -> {
        add(mean, Draft.Nature.SYMMETRIC, options);
        add(row -> Subgroups.range(row, sigma, sigmas), Draft.Nature.SKEWED, options);
      }
      case "xbar-s" -> {
        add(mean, Draft.Nature.SYMMETRIC, options);
        add(row -> Subgroups.deviation(row, sigma, sigmas), Draft.Nature.SKEWED, options);
      }
      case "i-mr" -> {
        add(mean, Draft.Nature.SYMMETRIC, options);
        add(movingRange(options), Draft.Nature.SKEWED, options);
      }
      case "ewma" -> add(ewma(options), Draft.Nature.REMEMBERING, options);
      case "cusum" -> {
        CusumKind.Trace trace = new CusumKind.Trace(center, sigma, options.memory());
        add(trace::advance, Draft.Nature.REMEMBERING, options);
        add(row -> trace.lowerSpot(), Draft.Nature.REMEMBERING, options);
      }
      case "ma" -> add(movingAverage(options), Draft.Nature.REMEMBERING, options);
      default -> {
        AttributeKind kind = new AttributeKind(AttributeKind.Count.of(name), false);
        boolean rate = name.equals("p") || name.equals("u");
        add(
            row -> kind.spot(row, rate ? center : center / row[1], 1, sigmas),
            Draft.Nature.SKEWED,
            options);
      }
    }
  }

  private static Plotter movingRange(ChartOptions options) {
    int span = options.memory().spanOr(2);
    double center = ControlConstants.d2(span) * options.given().sigma();
    double deviation = ControlConstants.d3(span) * options.given().sigma();
    MovingRange range = new MovingRange(span);
    return row -> Spot.of(range.accept(row[0]), center, deviation, options.sigmas(), 0);
  }

  private static Plotter ewma(ChartOptions options) {
    double center = options.given().center();
    Ewma ewma = new Ewma(options.memory().lambda(), center);
    return row -> EwmaKind.spot(ewma, row, center, options.given().sigma(), options);
  }

  private static Plotter movingAverage(ChartOptions options) {
    MovingAverageKind.Window window =
        new MovingAverageKind.Window(
            options.memory().spanOr(MovingAverageKind.USUAL_SPAN), options.given().sigma());
    return row -> window.accept(row, options.given().center(), options.sigmas());
  }
}
