// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.millwright.simulation.distribution.Constant;
import org.millwright.simulation.distribution.Distribution;
import org.millwright.simulation.distribution.Empirical;
import org.millwright.simulation.distribution.Mixture;
import org.millwright.simulation.history.DurationFit;
import org.millwright.simulation.history.LifeData;
import org.millwright.simulation.line.Line;
import org.millwright.simulation.line.LineBuilder;
import org.millwright.simulation.line.Measures;
import org.millwright.simulation.line.RunEnd;
import org.millwright.simulation.model.Interruption;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.model.Product;
import org.millwright.simulation.model.ProductTimes;
import org.millwright.simulation.model.Routing;
import org.millwright.simulation.model.RunPlan;
import org.millwright.simulation.model.Sink;
import org.millwright.simulation.model.Source;
import org.millwright.simulation.model.Station;
import org.millwright.simulation.model.TimeScale;
import org.millwright.simulation.random.RandomStreams;

/**
 * Predicts the distribution of a line's availability over a span of time.
 *
 * <p>Runs and stops of all days together are fitted; but days differ more than chance alone would
 * have it, so a coming day is taken to be like one of the days seen: its runs and stops are those
 * of that day, mixed with the fit over all days with a weight of {@value #SHRINKAGE} observations.
 * For each past day a line with one station is simulated.
 */
public final class AvailabilityForecast {

  /** Observations of one day that weigh as much as the fit over all days. */
  static final int SHRINKAGE = 5;

  private static final int WINDOWS_PER_DAY = 120;
  private static final double WARMUP = 7200;
  private static final double STEP = 180;
  private static final double CYCLE = 30;

  private final List<Day> days;
  private final DurationFit runs;
  private final DurationFit stops;
  private final long seed;
  private final Map<Long, double[]> known = new HashMap<>();

  /** A forecast from at least one day with runs and stops. */
  public AvailabilityForecast(List<Day> days, long seed) {
    this.days =
        days.stream()
            .filter(day -> !day.runs().events().isEmpty() && !day.stops().isEmpty())
            .toList();
    this.seed = seed;
    List<Double> whole = new ArrayList<>();
    List<Double> cut = new ArrayList<>();
    List<Double> lengths = new ArrayList<>();
    for (Day day : this.days) {
      whole.addAll(day.runs().events());
      cut.addAll(day.runs().censored());
      lengths.addAll(day.stops());
    }
    runs = DurationFit.of(new LifeData(whole, cut));
    stops = DurationFit.of(LifeData.complete(lengths));
  }

  /** The fit of the runs of all days. */
  public DurationFit runs() {
    return runs;
  }

  /** The fit of the stops of all days. */
  public DurationFit stops() {
    return stops;
  }

  /** Days the forecast rests on. */
  public int dayCount() {
    return days.size();
  }

  /** Simulated availabilities of spans of some hours, in rising order. */
  public double[] distribution(double hours) {
    long steps = Math.max(1, Math.round(hours * 3600 / STEP));
    return known.computeIfAbsent(steps, key -> simulate(key * STEP));
  }

  /** The availability a share of spans of some hours stays below. */
  public double quantile(double hours, double share) {
    double[] sorted = distribution(hours);
    return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
  }

  private double[] simulate(double seconds) {
    double[] all = new double[days.size() * WINDOWS_PER_DAY];
    for (int i = 0; i < days.size(); i++) {
      LineModel model = model(days.get(i));
      Line line = LineBuilder.build(model, new RandomStreams(seed, i));
      run(line, WARMUP);
      for (int window = 0; window < WINDOWS_PER_DAY; window++) {
        line.restartStatistics();
        run(line, WARMUP + seconds * (window + 1));
        all[i * WINDOWS_PER_DAY + window] = running(model, line);
      }
    }
    Arrays.sort(all);
    return all;
  }

  private static void run(Line line, double seconds) {
    RunEnd end = line.run(line.scale().ticks(seconds), Long.MAX_VALUE);
    if (!(end instanceof RunEnd.Reached)) {
      throw new IllegalStateException("A line of one station cannot end by " + end + ".");
    }
  }

  private static double running(LineModel model, Line line) {
    double[] share = new double[1];
    Measures.of(
        model,
        line,
        (section, id, measure, value) -> {
          if ("line".equals(id) && "state.RUNNING".equals(measure)) {
            share[0] = value;
          }
        });
    return share[0];
  }

  private LineModel model(Day day) {
    Interruption stop =
        new Interruption(
            "stop",
            Interruption.Kind.BREAKDOWN,
            Interruption.Clock.OPERATING,
            Interruption.Onset.IMMEDIATE,
            mixed(day.runs().events(), runs.chosen()),
            mixed(day.stops(), stops.chosen()),
            Interruption.JobRule.RESUME,
            0,
            Optional.empty());
    return new LineModel(
        "day " + day.date(),
        new TimeScale("s", 1000),
        new RunPlan(1, OptionalDouble.of(0), 1, seed),
        List.of(new Product("item", 0)),
        List.of(source(), station(stop), new Sink("out", List.of(), false)),
        List.of(),
        List.of(),
        List.of());
  }

  private static Distribution mixed(List<Double> own, Distribution pooled) {
    double weight = (double) own.size() / (own.size() + SHRINKAGE);
    return new Mixture(List.of(weight, 1 - weight), List.of(new Empirical(own, false), pooled));
  }

  private static Source source() {
    return new Source(
        "in",
        Optional.empty(),
        Optional.empty(),
        new Constant(1),
        new Source.ProductMix(List.of("item"), List.of(1.0), false),
        Long.MAX_VALUE,
        false,
        Routing.to("line"));
  }

  private static Station station(Interruption stop) {
    return new Station(
        "line",
        1,
        ProductTimes.of(new Constant(CYCLE)),
        Routing.to("out"),
        false,
        Station.Preemption.NONE,
        Optional.empty(),
        Optional.empty(),
        List.of(stop),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        0,
        Optional.empty(),
        Map.of(),
        List.of());
  }
}
