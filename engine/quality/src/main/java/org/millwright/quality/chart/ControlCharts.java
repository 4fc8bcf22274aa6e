// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;
import org.millwright.quality.Outcome;

/** Draws control charts. */
public final class ControlCharts {

  private ControlCharts() {}

  /** The keys of the charts of one variable or attribute. */
  public static final List<String> NAMES =
      List.of(
          "xbar-r",
          "xbar-s",
          "i-mr",
          "p",
          "np",
          "c",
          "u",
          "laney-p",
          "laney-u",
          "g",
          "t",
          "ewma",
          "cusum",
          "ma",
          "dnom",
          "z-mr",
          "three-way");

  /** A chart's key from what people call it; refused when no chart is called that. */
  public static Outcome<String> name(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_/&()-]+", "-");
    String known =
        switch (plain) {
          case "xbar", "x-bar-r", "x̄-r", "xbarr", "r", "xbar-range", "mean-range" -> "xbar-r";
          case "x-bar-s", "x̄-s", "xbars", "s", "xbar-sd", "xbar-std", "mean-sd" -> "xbar-s";
          case "imr", "xmr", "x-mr", "i", "individuals", "xbar-one", "mr", "individual", "x" ->
              "i-mr";
          case "laney-p-prime", "p-prime", "p'", "pprime", "laneyp", "laney-p'" -> "laney-p";
          case "laney-u-prime", "u-prime", "u'", "uprime", "laneyu", "laney-u'" -> "laney-u";
          case "moving-average", "mavg" -> "ma";
          case "short-run", "deviation", "nominal", "d-nom", "deviation-from-nominal" -> "dnom";
          case "z", "zmr", "standardized", "short-run-z" -> "z-mr";
          case "i-mr-r-s", "imr-r-s", "3-way", "threeway", "between-within", "three" -> "three-way";
          case "tabular-cusum" -> "cusum";
          case "rare-g", "geometric" -> "g";
          case "rare-t", "time-between" -> "t";
          case "hotelling", "t²", "hotelling-t2", "tsquared", "t-squared" -> "t2";
          default -> plain;
        };
    if (NAMES.contains(known) || known.equals("t2") || known.equals("mewma")) {
      return Outcome.of(known);
    }
    return Outcome.refuse(
        "QUALITY-CHART-UNKNOWN",
        "--chart",
        "no chart is called \"" + text + "\".",
        "one of " + String.join(", ", NAMES) + ", t2, mewma");
  }

  /** Draws the chart with a key from {@link #NAMES}. */
  public static Outcome<ControlChart> build(String name, ChartData data, ChartOptions options) {
    ChartKind kind = kind(name);
    Refusal fault = ChartChecks.common(data, options);
    if (fault == null) {
      fault = kind.check(data, options);
    }
    return fault == null ? fit(kind, data, options) : Outcome.refuse(fault);
  }

  private static ChartKind kind(String name) {
    return switch (name) {
      case "xbar-r" -> new XbarKind(true);
      case "xbar-s" -> new XbarKind(false);
      case "i-mr" -> new IndividualsKind();
      case "p", "np", "c", "u" -> new AttributeKind(AttributeKind.Count.of(name), false);
      case "laney-p" -> new AttributeKind(AttributeKind.Count.P, true);
      case "laney-u" -> new AttributeKind(AttributeKind.Count.U, true);
      case "g" -> new GeometricKind();
      case "t" -> new TimeBetweenKind();
      case "ewma" -> new EwmaKind();
      case "cusum" -> new CusumKind();
      case "ma" -> new MovingAverageKind();
      case "dnom" -> new NominalKind();
      case "z-mr" -> new StandardizedKind();
      case "three-way" -> new ThreeWayKind();
      default -> throw new IllegalArgumentException("no chart " + name);
    };
  }

  private static Outcome<ControlChart> fit(ChartKind kind, ChartData data, ChartOptions options) {
    Map<Integer, String> excluded = new TreeMap<>(options.phase().excluded());
    while (true) {
      List<Stage> stages = Stage.of(data, i -> isReference(i, options, excluded));
      Refusal fault = tooFew(stages);
      if (fault != null) {
        return Outcome.refuse(fault);
      }
      List<Fit> fits = stages.stream().map(stage -> kind.fit(data, stage, options)).toList();
      fault = ChartChecks.constant(fits);
      if (fault != null) {
        return Outcome.refuse(fault);
      }
      if (!options.phase().automatic() || !excludeBeyond(stages, fits, excluded)) {
        return Outcome.of(new Assembly(kind, data, options, stages, fits, excluded).chart());
      }
    }
  }

  private static boolean isReference(
      int point, ChartOptions options, Map<Integer, String> excluded) {
    int baseline = options.phase().baseline();
    return !excluded.containsKey(point) && (baseline == 0 || point < baseline);
  }

  private static @Nullable Refusal tooFew(List<Stage> stages) {
    for (Stage stage : stages) {
      if (stage.reference().size() < 2) {
        return new Refusal(
            "QUALITY-TOO-FEW-POINTS",
            stage.name().isEmpty() ? "" : "stage " + stage.name(),
            "fewer than two points are left to estimate the limits from.",
            "fewer exclusions, or a baseline that reaches into every stage");
      }
    }
    return null;
  }

  /** Adds the reference points beyond a limit to the excluded; says whether there were any. */
  private static boolean excludeBeyond(
      List<Stage> stages, List<Fit> fits, Map<Integer, String> excluded) {
    int before = excluded.size();
    for (int s = 0; s < fits.size(); s++) {
      List<Integer> points = stages.get(s).points();
      List<Integer> reference = new ArrayList<>(stages.get(s).reference());
      for (Draft draft : fits.get(s).drafts()) {
        for (int i = 0; i < points.size(); i++) {
          Spot spot = draft.spots().get(i);
          if (spot.isBeyond() && reference.contains(points.get(i))) {
            excluded.putIfAbsent(points.get(i), reason(draft, spot));
          }
        }
      }
    }
    return excluded.size() > before;
  }

  private static String reason(Draft draft, Spot spot) {
    boolean high = spot.value() > spot.upper();
    return String.format(
        Locale.ROOT,
        "%s %.6g beyond the %s limit %.6g",
        draft.name(),
        spot.value(),
        high ? "upper" : "lower",
        high ? spot.upper() : spot.lower());
  }
}
