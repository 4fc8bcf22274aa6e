// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.simulation.LineText.exponential;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.millwright.simulation.experiment.Design;
import org.millwright.simulation.experiment.Experiment;
import org.millwright.simulation.experiment.Factor;
import org.millwright.simulation.experiment.Search;
import org.millwright.simulation.experiment.Selection;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.random.RandomStream;
import org.millwright.simulation.random.RandomStreams;
import org.millwright.simulation.statistics.BatchMeans;
import org.millwright.simulation.statistics.Interval;
import org.millwright.simulation.statistics.Mser;
import org.millwright.simulation.study.MeasureKey;
import org.millwright.simulation.study.StudyPlan;

class ExperimentTest {

  private static LineModel line(int buffer) {
    return LineText.tandem(3, buffer, exponential(1))
        .with("replications", "20")
        .with("warmup", "100")
        .with("horizon", "2100")
        .model();
  }

  private static Experiment experiment(LineModel model) {
    return new Experiment(StudyPlan.of(model.plan()).onThreads(2), MeasureKey.system("throughput"));
  }

  @Test
  void aLatinHypercubeHasOnePointInEverySliceOfEveryFactor() {
    List<Factor> factors = List.of(Factor.capacity("b1", 0, 10), Factor.places("m1", 1, 5));

    List<List<Double>> points = Design.latinHypercube(factors, 10, 1);

    for (int f = 0; f < 2; f++) {
      Set<Integer> slices = new HashSet<>();
      for (List<Double> point : points) {
        double width = factors.get(f).high() - factors.get(f).low();
        slices.add((int) ((point.get(f) - factors.get(f).low()) / width * 10));
      }
      assertThat(slices).hasSize(10);
    }
    assertThat(Design.factorial(factors, 3)).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void aFactorialDesignAnswersWithConfidenceAtEveryPoint() {
    LineModel model = line(1);

    var answers =
        experiment(model)
            .run(
                model,
                List.of(Factor.capacity("b1", 0, 4), Factor.capacity("b2", 0, 4)),
                List.of(List.of(0.0, 0.0), List.of(1.0, 1.0)));

    assertThat(answers.getFirst().interval().mean()).isCloseTo(0.564103, within(0.02));
    assertThat(answers.getLast().interval().mean()).isCloseTo(0.670466, within(0.02));
  }

  @Test
  void commonRandomNumbersMakeAComparisonSharper() {
    LineModel one = line(2);
    LineModel other = line(1);
    Experiment experiment = experiment(one);

    Interval paired = experiment.compare(one, other);

    Interval a = experiment.run(one, List.of(), List.of(List.of())).getFirst().interval();
    Interval b = experiment.run(other, List.of(), List.of(List.of())).getFirst().interval();
    assertThat(paired.mean()).isCloseTo(0.734017 - 0.670466, within(0.01));
    assertThat(paired.halfWidth()).isLessThan(Math.hypot(a.halfWidth(), b.halfWidth()));
  }

  @Test
  void selectsTheBestLineWithTheConfidenceAskedFor() {
    LineModel best = line(3);
    List<LineModel> models = List.of(line(0), line(2), best, line(1));

    Selection selection = Selection.of(experiment(best), models, 0.01, 0.95, 200);

    assertThat(selection.best()).isEqualTo(2);
    assertThat(selection.confidence()).isEqualTo(0.95);
    assertThat(selection.replications().getFirst()).as("losers stop early").isLessThan(200);
  }

  @Test
  void aSearchPutsTheRoomWhereTheLineNeedsIt() {
    LineModel model =
        new LineText()
            .with("replications", "10")
            .with("warmup", "100")
            .with("horizon", "1600")
            .saturated("m1")
            .station("m1", exponential(1), "b1")
            .buffer("b1", 3, "m2")
            .station("m2", exponential(1), "b2")
            .buffer("b2", 3, "m3")
            .station("m3", exponential(0.2), "out")
            .sink()
            .model();

    Search search = Search.bufferAllocation(experiment(model), model, List.of("b1", "b2"), 6, 12);

    assertThat(search.best().get(0)).isGreaterThan(search.best().get(1));
    assertThat(search.gain().mean() + search.gain().halfWidth()).isPositive();
    assertThat(search.variants()).isLessThanOrEqualTo(12);
  }

  @Test
  void mserCutsTheRampAndBatchMeansHoldTheMean() {
    RandomStream stream = new RandomStreams(4, 0).stream("series", "noise");
    double[] series = new double[2000];
    for (int i = 0; i < series.length; i++) {
      series[i] = (i < 300 ? i / 300.0 * 10 : 10) + stream.nextOpen() - 0.5;
    }

    Mser.Cut cut = Mser.cut(series);

    assertThat(cut.found()).isTrue();
    assertThat(cut.observations()).isBetween(250, 340);
    double[] rest = Arrays.copyOfRange(series, cut.observations(), series.length);
    assertThat(BatchMeans.of(rest, 20, 0.999).holds(10)).isTrue();
  }

  @Test
  void nominalIntervalsHoldTheTruthAsOftenAsTheyPromise() {
    LineModel model =
        LineText.tandem(2, 4, exponential(1))
            .with("warmup", "50")
            .with("horizon", "250")
            .with("replications", "10")
            .model();
    StudyPlan plan = StudyPlan.of(model.plan());
    int held = 0;
    for (int macro = 0; macro < 500; macro++) {
      var report = LineText.run(model, plan.seeded(1000 + macro));
      held += report.interval(MeasureKey.element("m2", "throughput")).holds(6 / 7.0) ? 1 : 0;
    }

    assertThat(held / 500.0).isBetween(0.92, 0.98);
  }
}
