// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;

/** Refusals of data no chart, or not this chart, may be drawn of. */
final class ChartChecks {

  private ChartChecks() {}

  /** What no chart can take. */
  static @Nullable Refusal common(ChartData data, ChartOptions options) {
    if (data.size() < 2) {
      return new Refusal(
          "QUALITY-TOO-FEW-POINTS",
          "",
          "a control chart needs at least two points and there is " + data.size() + ".",
          "the subgroup size is larger than meant");
    }
    for (int i = 0; i < data.size(); i++) {
      for (double value : data.rows().get(i)) {
        if (!Double.isFinite(value)) {
          return new Refusal(
              Double.isNaN(value) ? "QUALITY-VALUE-MISSING" : "QUALITY-VALUE-INFINITE",
              "point " + data.labels().get(i),
              "it holds a value that is " + (Double.isNaN(value) ? "missing." : "infinite."),
              "");
        }
      }
    }
    return options(data, options);
  }

  private static @Nullable Refusal options(ChartData data, ChartOptions options) {
    ChartOptions.Memory memory = options.memory();
    if (!(options.sigmas() > 0)) {
      return range("--sigmas", options.sigmas(), "above 0");
    }
    if (!(memory.lambda() > 0 && memory.lambda() <= 1)) {
      return range("--lambda", memory.lambda(), "above 0 and at most 1");
    }
    if (!(memory.k() >= 0) || memory.h() <= 0) {
      return range("--k, --h", memory.h(), "above 0");
    }
    if (memory.span() < 0 || memory.span() == 1 || memory.span() > data.size()) {
      return range("--span", memory.span(), "2 or more and at most the number of points");
    }
    if (options.given().sigma() <= 0) {
      return range("--sigma", options.given().sigma(), "above 0");
    }
    int baseline = options.phase().baseline();
    if (baseline < 0 || baseline == 1 || baseline > data.size()) {
      return range("--phase1", baseline, "2 or more and at most the number of points");
    }
    for (int i : options.phase().excluded().keySet()) {
      if (i < 0 || i >= data.size()) {
        return range("--exclude", i + 1.0, "the number of a point, 1 to " + data.size());
      }
    }
    return null;
  }

  private static Refusal range(String place, double value, String allowed) {
    String shown = value == Math.rint(value) ? Long.toString((long) value) : value + "";
    return new Refusal(
        "QUALITY-OPTION-RANGE", place, shown + " is out of range: it must be " + allowed + ".", "");
  }

  /** Subgroups of two or more are needed. */
  static @Nullable Refusal subgroups(ChartData data) {
    for (int i = 0; i < data.size(); i++) {
      if (data.rows().get(i).length < 2) {
        return new Refusal(
            "QUALITY-SUBGROUP-OF-ONE",
            "subgroup " + data.labels().get(i),
            "it has one value, which has no range and no standard deviation.",
            "the i-mr chart, or another subgroup size");
      }
      if (data.rows().get(i).length > 200) {
        return new Refusal(
            "QUALITY-SUBGROUP-TOO-LARGE",
            "subgroup " + data.labels().get(i),
            "it has more than 200 values.",
            "another subgroup column");
      }
    }
    return null;
  }

  /** Single values are needed. */
  static @Nullable Refusal singles(ChartData data, ChartOptions options) {
    if (options.memory().span() > 100) {
      return range("--span", options.memory().span(), "at most 100");
    }
    for (int i = 0; i < data.size(); i++) {
      if (data.rows().get(i).length != 1) {
        return new Refusal(
            "QUALITY-SUBGROUP-NOT-ONE",
            "subgroup " + data.labels().get(i),
            "it has " + data.rows().get(i).length + " values and the chart plots single values.",
            "xbar-r or xbar-s, or no --subgroup");
      }
    }
    return null;
  }

  /** Counts with sizes are needed; {@code units} when a count may not exceed its size. */
  static @Nullable Refusal counts(ChartData data, boolean units) {
    for (int i = 0; i < data.size(); i++) {
      double count = data.rows().get(i)[0];
      double size = data.rows().get(i)[1];
      String place = "point " + data.labels().get(i);
      if (count < 0 || count != Math.rint(count)) {
        return new Refusal(
            "QUALITY-COUNT", place, count + " is not a count.", "it is a share: multiply by size");
      }
      if (!(size > 0)) {
        return new Refusal("QUALITY-SIZE", place, "the size " + size + " is not above 0.", "");
      }
      if (units && count > size) {
        return new Refusal(
            "QUALITY-COUNT-OVER-SIZE",
            place,
            "there are more defectives (" + (long) count + ") than units (" + size + ").",
            "the two columns are swapped");
      }
    }
    return null;
  }

  /** Refuses a chart whose limits would lie on its centre line. */
  static @Nullable Refusal constant(List<Fit> fits) {
    for (Fit fit : fits) {
      Spot spot = fit.drafts().getFirst().spots().getFirst();
      if (spot.upper() <= spot.lower() || !(fit.sigma() > 0)) {
        return new Refusal(
            "QUALITY-CONSTANT-DATA",
            "",
            "the reference points show no variation, so there are no limits to draw.",
            "the instrument is stuck or its resolution too coarse; --sigma gives a known value");
      }
    }
    return null;
  }
}
