// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.gauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millwright.quality.Outcome;

/** AIAG's study of ten parts by three appraisers in three trials. */
class GaugeStudiesTest {

  private static final String[] AIAG = {
    ".29 -.56 1.34 .47 -.80 .02 .59 -.31 2.26 -1.36",
    ".41 -.68 1.17 .50 -.92 -.11 .75 -.20 1.99 -1.25",
    ".64 -.58 1.27 .64 -.84 -.21 .66 -.17 2.01 -1.31",
    ".08 -.47 1.19 .01 -.56 -.20 .47 -.63 1.80 -1.68",
    ".25 -1.22 .94 1.03 -1.20 .22 .55 .08 2.12 -1.62",
    ".07 -.68 1.34 .20 -1.28 .06 .83 -.34 2.19 -1.50",
    ".04 -1.38 .88 .14 -1.46 -.29 .02 -.46 1.77 -1.49",
    "-.11 -1.13 1.09 .20 -1.07 -.67 .01 -.56 1.45 -1.77",
    "-.15 -.96 .67 .11 -1.45 -.49 .21 -.49 1.87 -2.16"
  };

  private static List<Readings.Reading> aiag() {
    List<Readings.Reading> readings = new ArrayList<>();
    for (int row = 0; row < AIAG.length; row++) {
      String[] cells = AIAG[row].split(" ");
      for (int part = 0; part < cells.length; part++) {
        double value = Double.parseDouble(cells[part]);
        readings.add(new Readings.Reading("" + part, "ABC".charAt(row / 3) + "", value));
      }
    }
    return readings;
  }

  private static <T> T done(Outcome<T> outcome) {
    return outcome instanceof Outcome.Done<T>(T value) ? value : null;
  }

  private static String code(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> no ? no.refusal().code() : "done";
  }

  @Test
  void averagesAndRanges() {
    GaugeStudy study =
        done(
            Readings.arrange(aiag(), false)
                .then(r -> GaugeStudies.ranges(r, StudyOptions.DEFAULT)));

    assertThat(study.figures().get("EV")).isCloseTo(.20186, within(1e-5));
    assertThat(study.figures().get("AV")).isCloseTo(.22967, within(2e-5));
    assertThat(study.figures().get("GRR")).isCloseTo(.30577, within(2e-5));
    assertThat(study.figures().get("PV")).isCloseTo(1.10460, within(2e-4));
    assertThat(study.figures().get("TV")).isCloseTo(1.14613, within(2e-4));
    assertThat(study.ndc()).isEqualTo(5);
    assertThat(study.components().get("repeatability").percentStudyVariation())
        .isCloseTo(17.6, within(.05));
    assertThat(study.components().get("partToPart").percentStudyVariation())
        .isCloseTo(96.4, within(.05));
  }

  @Test
  void analysisOfVarianceWithTheInteractionPooled() {
    GaugeStudy study =
        done(
            Readings.arrange(aiag(), false)
                .then(r -> GaugeStudies.crossed(r, StudyOptions.DEFAULT)));

    assertThat(study.anova().stream().map(AnovaRow::ss))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 5e-5 ? 0 : 1)
        .containsExactly(88.3619, 3.1673, .3590, 2.7589, 94.6471);
    assertThat(study.interactionPooled()).isTrue();
    assertThat(study.components().get("repeatability").variance()).isCloseTo(.03997, within(1e-5));
    assertThat(study.components().get("operator").variance()).isCloseTo(.05146, within(1e-5));
    assertThat(study.components().get("partToPart").variance()).isCloseTo(1.08645, within(1e-5));
    assertThat(study.percentGrr()).isCloseTo(27.86, within(5e-3));
    assertThat(study.ndcExact()).isCloseTo(4.86, within(5e-3));
    assertThat(study.verdict()).isEqualTo("conditional");
  }

  @Test
  void anInteractionThatMattersStays() {
    StudyOptions keep = new StudyOptions(4, 5.15, 1, Double.NaN);
    GaugeStudy study =
        done(Readings.arrange(aiag(), false).then(r -> GaugeStudies.crossed(r, keep)));

    assertThat(study.interactionPooled()).isFalse();
    assertThat(study.components().get("repeatability").variance()).isCloseTo(.04598, within(1e-5));
    assertThat(study.percentGrrTolerance())
        .isCloseTo(
            100 * 5.15 * Math.sqrt(study.components().get("gageRR").variance()) / 4, within(1e-9));
  }

  @Test
  void nestedStudyAddsUp() {
    List<Readings.Reading> nested = new ArrayList<>();
    for (Readings.Reading reading : aiag()) {
      String own = reading.operator() + reading.part();
      nested.add(new Readings.Reading(own, reading.operator(), reading.value()));
    }
    GaugeStudy study =
        done(
            Readings.arrange(nested, true).then(r -> GaugeStudies.nested(r, StudyOptions.DEFAULT)));

    // Parts within operators take the sums of squares of parts and of the interaction together.
    assertThat(study.anova().get(1).ss()).isCloseTo(88.3619 + .3590, within(1e-4));
    assertThat(study.anova().get(1).df()).isEqualTo(27);
  }

  @Test
  void linearityFindsALineOfBias() {
    double[] references = {2, 2, 4, 4, 6, 6, 8, 8};
    double[] readings = {2.5, 2.7, 4.2, 4.4, 5.9, 6.1, 7.6, 7.8};
    LinearityStudy study =
        done(LinearityStudy.of(readings, references, StudyOptions.DEFAULT, 0.95));

    assertThat(study.slope()).isCloseTo(-0.15, within(1e-9));
    assertThat(study.intercept()).isCloseTo(0.9, within(1e-9));
    assertThat(study.verdict()).isEqualTo("not acceptable");
    assertThat(study.references().getFirst().bias()).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void biasIsTestedAndTheTypeOneIndicesFollow() {
    double[] readings = {5.8, 5.7, 5.9, 5.9, 6.0, 6.1, 6.0, 6.1, 6.4, 6.3, 6.0, 6.1, 6.2, 5.6, 6.0};
    BiasStudy study =
        done(BiasStudy.of(readings, 6, new StudyOptions(4, 6, .05, Double.NaN), 0.95));

    assertThat(study.bias()).isCloseTo(.0067, within(5e-5)); // AIAG MSA, figure III-B 2
    assertThat(study.stdDev()).isCloseTo(.2120, within(5e-5));
    assertThat(study.t()).isCloseTo(.1218, within(5e-4));
    assertThat(study.lower()).isCloseTo(-.1107, within(5e-4));
    assertThat(study.upper()).isCloseTo(.1241, within(5e-4));
    assertThat(study.cg()).isCloseTo(0.8 / (6 * study.stdDev()), within(1e-12));
  }

  /** Fleiss' example of 10 subjects, 14 raters, 5 categories (Psychological Bulletin 76, 1971). */
  @Test
  void fleissKappaOfTheClassicTable() {
    int[][] counts = {
      {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
      {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
    };
    List<List<String>> ratings = new ArrayList<>();
    for (int[] row : counts) {
      List<String> own = new ArrayList<>();
      for (int c = 0; c < row.length; c++) {
        for (int k = 0; k < row[c]; k++) {
          own.add("" + c);
        }
      }
      ratings.add(own);
    }

    assertThat(Kappa.fleiss(ratings).kappa()).isCloseTo(0.210, within(5e-4));
  }

  @Test
  void cohenKappaOfTwoRaters() {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    String[] cells = {"yes yes 20", "yes no 5", "no yes 10", "no no 15"};
    for (String cell : cells) {
      String[] parts = cell.split(" ");
      for (int i = 0; i < Integer.parseInt(parts[2]); i++) {
        first.add(parts[0]);
        second.add(parts[1]);
      }
    }

    assertThat(Kappa.cohen(first, second).kappa()).isCloseTo(0.4, within(1e-12));
  }

  @Test
  void attributeStudyCountsMissesAndFalseAlarms() {
    List<AttributeStudy.Judgement> judgements =
        List.of(
            new AttributeStudy.Judgement("1", "A", "good", "good"),
            new AttributeStudy.Judgement("1", "A", "bad", "good"),
            new AttributeStudy.Judgement("2", "A", "bad", "bad"),
            new AttributeStudy.Judgement("2", "A", "bad", "bad"),
            new AttributeStudy.Judgement("1", "B", "good", "good"),
            new AttributeStudy.Judgement("1", "B", "good", "good"),
            new AttributeStudy.Judgement("2", "B", "good", "bad"),
            new AttributeStudy.Judgement("2", "B", "bad", "bad"));
    AttributeStudy study = done(AttributeStudy.of(judgements, ""));

    assertThat(study.within().get("A").percent()).isEqualTo(50);
    assertThat(study.versusStandard().get("A").falseAlarmRate()).isEqualTo(50);
    assertThat(study.versusStandard().get("B").missRate()).isEqualTo(50);
    assertThat(study.versusStandard().get("B").effectiveness()).isEqualTo(75);
  }

  @Test
  void studiesThatShowNothingAreRefused() {
    List<Readings.Reading> all = aiag();

    assertThat(code(Readings.arrange(all.subList(0, 89), false)))
        .isEqualTo("QUALITY-GAUGE-UNBALANCED");
    List<Readings.Reading> same =
        all.stream().map(r -> new Readings.Reading(r.part(), r.operator(), 1)).toList();
    assertThat(
            code(
                Readings.arrange(same, false)
                    .then(r -> GaugeStudies.crossed(r, StudyOptions.DEFAULT))))
        .isEqualTo("QUALITY-CONSTANT-DATA");
    assertThat(code(BiasStudy.of(new double[] {1, 1}, 1, StudyOptions.DEFAULT, .95)))
        .isEqualTo("QUALITY-CONSTANT-DATA");
    assertThat(
            code(
                LinearityStudy.of(
                    new double[] {1, 2, 3}, new double[] {5, 5, 5}, StudyOptions.DEFAULT, .95)))
        .isEqualTo("QUALITY-LINEARITY-REFERENCES");
  }
}
