// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;
import org.millwright.quality.chart.ChartData;
import org.millwright.quality.chart.ChartOptions;
import org.millwright.quality.chart.ControlCharts;
import org.millwright.quality.gauge.AttributeStudy;
import org.millwright.quality.gauge.BiasStudy;
import org.millwright.quality.gauge.GaugeStudies;
import org.millwright.quality.gauge.GaugeStudy;
import org.millwright.quality.gauge.LinearityStudy;
import org.millwright.quality.gauge.Readings;
import org.millwright.quality.gauge.StudyOptions;
import org.millwright.quality.svg.BarDrawing;
import org.millwright.quality.svg.ControlChartDrawing;
import org.millwright.quality.svg.CurveDrawing;
import org.millwright.quality.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measurement systems analysis. */
@Command(
    name = "gauge",
    aliases = "gage",
    mixinStandardHelpOptions = true,
    description = "Measurement systems: R&R, linearity, bias, stability, attribute agreement.")
public final class GaugeCommand extends QualityCommand {

  @Mixin TableOptions input = new TableOptions();

  @Option(
      names = {"--study", "--type"},
      description = "crossed (default), nested, linearity, bias, type1, stability, attribute.")
  String study = "crossed";

  @Option(names = "--method", description = "Crossed: anova (default) or range.")
  String method = "anova";

  @Option(
      names = {"--part", "--sample"},
      description = "The part column (default: part).")
  String part = "part";

  @Option(
      names = {"--operator", "--appraiser"},
      description = "The operator column (default: operator, or appraiser).")
  @Nullable String operator;

  @Option(
      names = {"--value", "--values", "--measurement", "--rating", "--trials"},
      description = "The reading column; several for trials side by side (default: value).")
  String value = "value";

  @Option(
      names = {"--reference", "--ref", "--standard", "--master"},
      description = "The reference column, or one reference value for bias.")
  @Nullable String reference;

  @Option(
      names = {"--subgroup", "--subgroups"},
      description = "Stability: rows a subgroup, or the subgroup column.")
  @Nullable String subgroup;

  @Option(names = "--tolerance", description = "Tolerance USL - LSL.")
  double tolerance = Double.NaN;

  @Option(names = "--lsl", description = "Lower specification limit.")
  double lsl = Double.NaN;

  @Option(names = "--usl", description = "Upper specification limit.")
  double usl = Double.NaN;

  @Option(
      names = {"--k", "--multiplier", "--study-multiplier"},
      description = "Standard deviations in a study variation: 6 (default) or 5.15.")
  double multiplier = 6;

  @Option(names = "--alpha", description = "Pool the interaction above this p (default 0.05).")
  double alpha = 0.05;

  @Option(
      names = {"--process-sigma", "--historical-sigma"},
      description = "Known process standard deviation.")
  double processSigma = Double.NaN;

  @Option(
      names = {"--process-variation"},
      description = "Known process variation (6 sigma), as Minitab asks for it.")
  double processVariation = Double.NaN;

  @Option(names = "--confidence", description = "Confidence of intervals (default 0.95).")
  double confidence = 0.95;

  @Option(names = "--bad", description = "Attribute: the grade that means nonconforming.")
  String bad = "";

  @Override
  Outcome<Answer> answer() {
    if (lsl >= usl) {
      return Outcome.refuse(
          "QUALITY-LIMITS-REVERSED",
          "--lsl, --usl",
          "the lower limit " + lsl + " is not below the upper limit " + usl + ".",
          "the two swapped");
    }
    return input.table().then(this::study);
  }

  private Outcome<Answer> study(Table table) {
    return switch (study.strip().toLowerCase(Locale.ROOT)) {
      case "crossed", "grr", "rr", "r&r" -> crossed(table);
      case "range" ->
          readings(table, false).then(r -> GaugeStudies.ranges(r, options())).map(this::drawn);
      case "nested" ->
          readings(table, true).then(r -> GaugeStudies.nested(r, options())).map(this::drawn);
      case "linearity" -> linearity(table);
      case "bias", "type1", "type-1" -> bias(table);
      case "stability" -> stability(table);
      case "attribute", "agreement", "kappa" -> attribute(table);
      default ->
          Outcome.refuse(
              "QUALITY-STUDY-UNKNOWN",
              "--study",
              "no study is called \"" + study + "\".",
              "crossed, nested, range, linearity, bias, type1, stability or attribute");
    };
  }

  private StudyOptions options() {
    double known = Double.isNaN(processSigma) ? processVariation / 6 : processSigma;
    return new StudyOptions(
        Double.isNaN(tolerance) ? usl - lsl : tolerance, multiplier, alpha, known);
  }

  private Outcome<Answer> crossed(Table table) {
    boolean ranges =
        method.toLowerCase(Locale.ROOT).replace("-", "").matches("range|xbarr|averagerange");
    return readings(table, false)
        .then(r -> ranges ? GaugeStudies.ranges(r, options()) : GaugeStudies.crossed(r, options()))
        .map(this::drawn);
  }

  private Answer drawn(GaugeStudy result) {
    List<BarDrawing.Bar> bars = new ArrayList<>();
    result
        .components()
        .forEach((key, c) -> bars.add(new BarDrawing.Bar(key, c.percentStudyVariation())));
    return new Answer(result, () -> BarDrawing.draw("Gauge study: share of variation", "%", bars));
  }

  private Outcome<Readings> readings(Table table, boolean nested) {
    return rows(table)
        .then(rows -> {
          List<Readings.Reading> readings = new ArrayList<>();
          for (Row row : rows) {
            for (int column : row.values()) {
              switch (table.value(row.index(), column, false)) {
                case Outcome.Done<Double>(Double number) ->
                    readings.add(new Readings.Reading(row.part(), row.operator(), number));
                case Outcome.Refused<Double>(var refusal) -> {
                  return Outcome.refuse(refusal);
                }
              }
            }
          }
          return Readings.arrange(readings, nested);
        });
  }

  /** One row's part, operator and the columns of its readings. */
  private record Row(int index, String part, String operator, List<Integer> values) {}

  private Outcome<List<Row>> rows(Table table) {
    return table
        .column(part)
        .then(p ->
            operatorColumn(table)
                .then(o ->
                    table
                        .columns(value)
                        .map(values -> {
                          List<Row> rows = new ArrayList<>();
                          for (int r = 0; r < table.rows().size(); r++) {
                            String who = o < 0 ? "" : table.cell(r, o);
                            rows.add(new Row(r, table.cell(r, p), who, values));
                          }
                          return rows;
                        })));
  }

  private Outcome<Integer> operatorColumn(Table table) {
    if (operator != null) {
      return table.column(operator);
    }
    for (String usual : List.of("operator", "appraiser", "inspector")) {
      if (table.column(usual) instanceof Outcome.Done<Integer>(Integer found)) {
        return Outcome.of(found);
      }
    }
    return Outcome.of(-1);
  }

  private Outcome<double[]> values(Table table) {
    return table.column(value).then(column -> table.numbers(column, false));
  }

  private Outcome<Answer> linearity(Table table) {
    String column = reference == null ? "reference" : reference;
    return values(table)
        .then(readings ->
            table
                .column(column)
                .then(c -> table.numbers(c, false))
                .then(refs -> LinearityStudy.of(readings, refs, options(), confidence)))
        .map(result ->
            new Answer(
                result,
                () ->
                    CurveDrawing.draw(
                        "Linearity: bias over reference",
                        "reference",
                        List.of(
                            curve("mean bias", result, LinearityStudy.AtReference::bias),
                            curve("line", result, LinearityStudy.AtReference::fitted)))));
  }

  private static CurveDrawing.Curve curve(
      String title,
      LinearityStudy result,
      java.util.function.Function<LinearityStudy.AtReference, Double> value) {
    return new CurveDrawing.Curve(
        title,
        result.references().stream().map(LinearityStudy.AtReference::reference).toList(),
        result.references().stream().map(value).toList(),
        0);
  }

  private Outcome<Answer> bias(Table table) {
    return values(table)
        .then(readings ->
            referenceValue(table)
                .then(master -> BiasStudy.of(readings, master, options(), confidence)))
        .map(result ->
            new Answer(
                result,
                () ->
                    BarDrawing.draw(
                        "Bias",
                        "",
                        List.of(
                            new BarDrawing.Bar("lower limit", result.lower()),
                            new BarDrawing.Bar("bias", result.bias()),
                            new BarDrawing.Bar("upper limit", result.upper())))));
  }

  private Outcome<Double> referenceValue(Table table) {
    String text = reference == null ? "reference" : reference;
    return text.matches("[+-]?\\d*\\.?\\d+([eE][+-]?\\d+)?")
        ? Outcome.of(Double.valueOf(text))
        : table.column(text).then(column -> table.value(0, column, false));
  }

  private Outcome<Answer> stability(Table table) {
    SubgroupOptions subgroups = new SubgroupOptions();
    subgroups.value = value;
    subgroups.subgroup = subgroup;
    return subgroups
        .measurements(table, input.omits())
        .then((ChartData data) -> {
          boolean single = data.rows().stream().allMatch(row -> row.length == 1);
          return ControlCharts.build(single ? "i-mr" : "xbar-r", data, ChartOptions.defaults());
        })
        .map(chart -> new Answer(chart, () -> ControlChartDrawing.draw(chart)));
  }

  private Outcome<Answer> attribute(Table table) {
    return rows(table)
        .then(rows -> TableOptions.optional(table, reference).then(ref -> judged(table, rows, ref)))
        .map(result -> {
          List<BarDrawing.Bar> bars = new ArrayList<>();
          result.within().forEach((k, a) -> bars.add(bar(k + " within", a)));
          result.versusStandard().forEach((k, a) -> bars.add(bar(k, a.agreement())));
          return new Answer(result, () -> BarDrawing.draw("Attribute agreement", "%", bars));
        });
  }

  private static BarDrawing.Bar bar(String name, AttributeStudy.Agreement agreement) {
    return new BarDrawing.Bar(name, agreement.percent());
  }

  private Outcome<AttributeStudy> judged(Table table, List<Row> rows, int reference) {
    List<AttributeStudy.Judgement> judgements = new ArrayList<>();
    for (Row row : rows) {
      String known = reference < 0 ? "" : table.cell(row.index(), reference);
      for (int column : row.values()) {
        String rating = table.cell(row.index(), column);
        if (Table.isMissing(rating) && !rating.equals("no")) {
          return Outcome.refuse(
              "QUALITY-VALUE-MISSING",
              table.name() + " line " + table.lines().get(row.index()),
              "a judgement is missing.",
              "");
        }
        judgements.add(new AttributeStudy.Judgement(row.part(), row.operator(), rating, known));
      }
    }
    return AttributeStudy.of(judgements, bad);
  }
}
