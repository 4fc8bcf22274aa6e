// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A forecast held against the hours that came after it.
 *
 * @param rows predicted bands and what happened, in the order of time
 */
public record Backtest(AvailabilityForecast forecast, LocalDate split, List<Row> rows) {

  /** Watched time below which an hour says too little, in hours. */
  public static final double LEAST_MONITORED = 0.25;

  private static final double ROUNDING = 1e-9;

  public Backtest {
    rows = List.copyOf(rows);
  }

  /**
   * One hour: bounds of the 90 % and 50 % bands, the median, and the actual availability with its
   * place in the predicted distribution.
   */
  public record Row(
      Hour hour, double p05, double p25, double p50, double p75, double p95, double rank) {

    boolean in50() {
      return holds(p25, p75);
    }

    boolean in90() {
      return holds(p05, p95);
    }

    private boolean holds(double low, double high) {
      double actual = hour.availability();
      return actual >= low - ROUNDING && actual <= high + ROUNDING;
    }
  }

  /** Forecasts the hours of a span from the days before it. */
  public static Backtest of(
      StopRecord record, LocalDate from, LocalDate split, LocalDate until, long seed) {
    AvailabilityForecast forecast = new AvailabilityForecast(record.days(from, split), seed);
    List<Row> rows = new ArrayList<>();
    for (Hour hour : record.hours(split, until)) {
      if (hour.monitored() >= LEAST_MONITORED) {
        rows.add(row(forecast, hour));
      }
    }
    return new Backtest(forecast, split, rows);
  }

  private static Row row(AvailabilityForecast forecast, Hour hour) {
    double span = hour.monitored();
    double[] all = forecast.distribution(span);
    double below = 0;
    for (double value : all) {
      below += value < hour.availability() ? 1 : value == hour.availability() ? 0.5 : 0;
    }
    return new Row(
        hour,
        forecast.quantile(span, 0.05),
        forecast.quantile(span, 0.25),
        forecast.quantile(span, 0.5),
        forecast.quantile(span, 0.75),
        forecast.quantile(span, 0.95),
        below / all.length);
  }

  /** The share of hours inside the 50 % band. */
  public double coverage50() {
    return (double) rows.stream().filter(Row::in50).count() / rows.size();
  }

  /** The share of hours inside the 90 % band. */
  public double coverage90() {
    return (double) rows.stream().filter(Row::in90).count() / rows.size();
  }

  /** Running over watched time of all hours. */
  public double actualMean() {
    return rows.stream().mapToDouble(row -> row.hour.running()).sum()
        / rows.stream().mapToDouble(row -> row.hour.monitored()).sum();
  }

  /** The mean of the predicted distributions, weighted by watched time. */
  public double predictedMean() {
    double sum = 0;
    double weight = 0;
    for (Row row : rows) {
      double mean = Arrays.stream(forecast.distribution(row.hour.monitored())).average().orElse(0);
      sum += mean * row.hour.monitored();
      weight += row.hour.monitored();
    }
    return sum / weight;
  }
}
