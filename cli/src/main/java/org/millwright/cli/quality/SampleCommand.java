// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;
import org.millwright.quality.sampling.Characteristic;
import org.millwright.quality.sampling.CodeLetters;
import org.millwright.quality.sampling.DoublePlans;
import org.millwright.quality.sampling.Inspection;
import org.millwright.quality.sampling.LotSeries;
import org.millwright.quality.sampling.PlanDesign;
import org.millwright.quality.sampling.PlanReport;
import org.millwright.quality.sampling.SamplingPlan;
import org.millwright.quality.sampling.SinglePlans;
import org.millwright.quality.svg.CurveDrawing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Acceptance sampling. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description = "Acceptance sampling by GB/T 2828.1 / ISO 2859-1: plans, switching, curves.")
public final class SampleCommand extends QualityCommand {

  @Option(names = "--lot", description = "Lot size.")
  long lot;

  @Option(names = "--level", description = "I, II (default), III, S-1 to S-4.")
  String level = "II";

  @Option(names = "--aql", description = "Acceptance quality limit, per cent or per 100 units.")
  double aql = Double.NaN;

  @Option(names = "--inspection", description = "normal (default), tightened, reduced.")
  String inspection = "normal";

  @Option(
      names = {"--letter", "--code-letter"},
      description = "Code letter, in place of lot and level.")
  @Nullable String letter;

  @Option(
      names = {"--plan", "--type"},
      description = "single (default) or double.")
  String type = "single";

  @Option(
      names = {"--n", "--n1"},
      description = "Own plan: sample size.")
  int n;

  @Option(
      names = {"--c", "--ac", "--ac1", "--c1"},
      description = "Own plan: acceptance number.")
  int ac;

  @Option(
      names = {"--re1", "--r1"},
      description = "Own double plan: rejection number of the first sample.")
  int re1;

  @Option(names = "--n2", description = "Own double plan: size of the second sample.")
  int n2;

  @Option(
      names = {"--ac2", "--c2"},
      description = "Own double plan: acceptance number of both samples.")
  int ac2;

  @Option(
      names = {"--p", "--oc"},
      split = ",",
      description = "Qualities (shares) to give OC, ASN, AOQ and ATI at.")
  double[] points = {};

  @Option(
      names = {"--model", "--distribution"},
      description = "binomial (default), poisson, hypergeometric.")
  String model = "binomial";

  @Option(names = "--design", description = "Find the smallest single plan for two risks.")
  boolean design;

  @Option(
      names = {"--p1", "--aql-share"},
      description = "Design: the quality to accept, a share.")
  double p1 = Double.NaN;

  @Option(names = "--alpha", description = "Design: the producer's risk (default 0.05).")
  double alpha = 0.05;

  @Option(
      names = {"--p2", "--ltpd", "--rql", "--lq"},
      description = "Design: the quality to reject, a share.")
  double p2 = Double.NaN;

  @Option(names = "--beta", description = "Design: the consumer's risk (default 0.10).")
  double beta = 0.10;

  @Option(
      names = {"--found", "--history"},
      split = ",",
      description = "Nonconforming units found lot by lot: judges them by the switching rules.")
  List<Integer> found = List.of();

  private record Series(
      String standard,
      String codeLetter,
      double aql,
      String inspection,
      boolean discontinued,
      int switchingScore,
      List<LotSeries.Judged> lots) {}

  private record Designed(
      int sampleSize,
      int acceptanceNumber,
      int rejectionNumber,
      double producerRisk,
      double consumerRisk,
      double acceptanceAtP1,
      double acceptanceAtP2,
      PlanReport plan) {}

  @Override
  Outcome<Answer> answer() {
    return distribution()
        .then(known -> {
          if (design || (Double.isFinite(p1) && Double.isFinite(p2))) {
            return design(known);
          }
          return n > 0 ? own(known) : standard(known);
        });
  }

  private Outcome<Characteristic.Model> distribution() {
    for (Characteristic.Model known : Characteristic.Model.values()) {
      if (known.name().startsWith(model.strip().toUpperCase(Locale.ROOT))) {
        return known == Characteristic.Model.HYPERGEOMETRIC && lot == 0
            ? Outcome.refuse(
                "QUALITY-LOT-ABSENT", "--lot", "the hypergeometric model needs a lot size.", "")
            : Outcome.of(known);
      }
    }
    return Outcome.refuse(
        "QUALITY-MODEL-UNKNOWN",
        "--model",
        "no model is called \"" + model + "\".",
        "binomial, poisson or hypergeometric");
  }

  private Outcome<Answer> design(Characteristic.Model known) {
    return PlanDesign.of(new PlanDesign.Wish(p1, alpha, p2, beta, known, lot))
        .map(result -> {
          PlanReport report = PlanReport.of(result.plan(), question("", "", p1, known));
          Designed json =
              new Designed(
                  result.plan().first().size(),
                  result.plan().first().acceptance(),
                  result.plan().first().rejection(),
                  result.producerRisk(),
                  result.consumerRisk(),
                  1 - result.producerRisk(),
                  result.consumerRisk(),
                  report);
          return new Answer(json, () -> draw(report));
        });
  }

  private Outcome<Answer> own(Characteristic.Model known) {
    if (lot > 0 && lot < n + (long) n2) {
      return Outcome.refuse(
          "QUALITY-LOT-BELOW-SAMPLE",
          "--lot",
          "a lot of " + lot + " is smaller than its sample of " + (n + n2) + ".",
          "inspect every unit");
    }
    if (ac < 0 || ac >= n || (n2 > 0 && (ac2 < ac || ac2 >= n + n2))) {
      return Outcome.refuse(
          "QUALITY-ACCEPTANCE-RANGE",
          "--ac",
          "the acceptance numbers do not fit the sample sizes.",
          "an acceptance number below the sample size, the second not below the first");
    }
    SamplingPlan.Sample first =
        new SamplingPlan.Sample(n, ac, re1 > 0 ? re1 : n2 > 0 ? ac2 + 1 : ac + 1);
    SamplingPlan plan =
        n2 > 0
            ? SamplingPlan.twofold(first, new SamplingPlan.Sample(n2, ac2, ac2 + 1))
            : SamplingPlan.single(n, ac);
    return Outcome.of(report(plan, question("", "", aql / 100, known)));
  }

  private Outcome<Answer> standard(Characteristic.Model known) {
    if (Double.isNaN(aql) || (lot == 0 && letter == null)) {
      return Outcome.refuse(
          "QUALITY-PLAN-ABSENT",
          "--lot, --aql",
          "a plan needs a lot size (or --letter) and an AQL.",
          "--lot 1200 --aql 1.0; --n and --ac for an own plan; --p1 and --p2 to design one");
    }
    Outcome<Character> code =
        letter == null
            ? CodeLetters.letter(lot, level)
            : Outcome.of(letter.strip().toUpperCase(Locale.ROOT).charAt(0));
    return code.then(c ->
        found.isEmpty()
            ? Inspection.parse(inspection).then(kind -> plan(c, kind, known))
            : series(c));
  }

  private Outcome<Answer> plan(char code, Inspection kind, Characteristic.Model known) {
    Outcome<SamplingPlan> plan =
        type.toLowerCase(Locale.ROOT).startsWith("d")
            ? DoublePlans.find(code, aql, kind)
            : SinglePlans.find(code, aql, kind);
    Characteristic.Model usual = aql > 10 ? Characteristic.Model.POISSON : known;
    return plan.map(p -> report(p, question(kind.key(), code + "", aql / 100, usual)));
  }

  private Outcome<Answer> series(char code) {
    return LotSeries.judge(code, aql, found)
        .map(series ->
            new Answer(
                new Series(
                    "GB/T 2828.1-2012, 9.3 and 9.4",
                    code + "",
                    aql,
                    series.state().inspection().key(),
                    series.state().stopped(),
                    series.state().score(),
                    series.lots()),
                () -> drawScore(series)));
  }

  private PlanReport.Question question(
      String kind, String code, double quality, Characteristic.Model known) {
    List<Double> asked = Arrays.stream(points).boxed().toList();
    return new PlanReport.Question(kind, code, lot, quality, known, asked);
  }

  private static Answer report(SamplingPlan plan, PlanReport.Question question) {
    PlanReport report = PlanReport.of(plan, question);
    return new Answer(report, () -> draw(report));
  }

  private static String draw(PlanReport report) {
    List<Double> p = report.oc().stream().map(Characteristic.Point::p).toList();
    return CurveDrawing.draw(
        "Sampling plan n = " + report.tableSampleSize() + ", Ac = " + report.acceptanceNumber(),
        "share nonconforming",
        List.of(
            curve("Probability to accept (OC)", p, report, Characteristic.Point::pa),
            curve("Average sample number (ASN)", p, report, Characteristic.Point::asn),
            curve("Average outgoing quality (AOQ)", p, report, Characteristic.Point::aoq)));
  }

  private static CurveDrawing.Curve curve(
      String title,
      List<Double> p,
      PlanReport report,
      java.util.function.Function<Characteristic.Point, Double> value) {
    return new CurveDrawing.Curve(title, p, report.oc().stream().map(value).toList(), Double.NaN);
  }

  private static String drawScore(LotSeries series) {
    List<Double> lots = series.lots().stream().map(l -> (double) l.lot()).toList();
    List<Double> scores = series.lots().stream().map(l -> (double) l.switchingScore()).toList();
    return CurveDrawing.draw(
        "Switching score",
        "lot",
        List.of(new CurveDrawing.Curve("score (30 allows reduced)", lots, scores, 30)));
  }
}
