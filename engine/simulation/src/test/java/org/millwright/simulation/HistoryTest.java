// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.model.Refusal;
import org.millwright.simulation.distribution.ContinuousDistribution;
import org.millwright.simulation.distribution.Exponential;
import org.millwright.simulation.distribution.LogLogistic;
import org.millwright.simulation.distribution.Lognormal;
import org.millwright.simulation.distribution.Sampler;
import org.millwright.simulation.distribution.Weibull;
import org.millwright.simulation.history.DurationFit;
import org.millwright.simulation.history.History;
import org.millwright.simulation.history.HistoryReader;
import org.millwright.simulation.history.HistoryReading;
import org.millwright.simulation.history.LifeData;
import org.millwright.simulation.history.LineFit;
import org.millwright.simulation.history.SurvivalPicture;
import org.millwright.simulation.random.RandomStreams;
import org.millwright.simulation.reading.ModelReader;
import org.millwright.simulation.reading.ModelReading;

class HistoryTest {

  private static LifeData sample(ContinuousDistribution truth, int count, double watched) {
    Sampler sampler = truth.sampler(new RandomStreams(5, 0).stream("history", truth.family()));
    List<Double> events = new ArrayList<>();
    List<Double> cut = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double life = sampler.next();
      if (life > watched) {
        cut.add(watched);
      } else {
        events.add(life);
      }
    }
    return new LifeData(events, cut);
  }

  @Test
  void findsTheFamilyThatMadeTheData() {
    for (ContinuousDistribution truth :
        List.of(new Weibull(2.5, 100), new Lognormal(3, 1.2), new LogLogistic(2.5, 50))) {
      DurationFit fit = DurationFit.of(sample(truth, 1500, 1e9));

      assertThat(fit.families().getFirst().distribution().family()).isEqualTo(truth.family());
      assertThat(fit.verdict()).isEqualTo(DurationFit.Verdict.FITTED);
      assertThat(fit.chosen().mean()).isCloseTo(truth.mean(), withinPercentage(10));
    }
  }

  @Test
  void aMachineStillRunningHasNotFailedYet() {
    LifeData half = sample(new Exponential(100), 2000, 69.3);
    double naive = half.events().stream().mapToDouble(Double::doubleValue).average().orElseThrow();

    assertThat(half.censored()).hasSizeGreaterThan(800);
    assertThat(naive).isLessThan(35);
    assertThat(DurationFit.of(half).families())
        .filteredOn(fit -> fit.distribution().parameters() == 1)
        .singleElement()
        .satisfies(
            fit -> assertThat(fit.distribution().mean()).isCloseTo(100, withinPercentage(8)));
  }

  @Test
  void usesTheDataItselfWhenNoFamilyAgrees() {
    List<Double> twoHumps = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      twoHumps.add(1 + i / 1000.0);
      twoHumps.add(50 + i / 100.0);
    }

    assertThat(DurationFit.of(LifeData.complete(twoHumps)).verdict())
        .isEqualTo(DurationFit.Verdict.EMPIRICAL);
  }

  @Test
  void saysSoWhenTheDataIsTooThin() {
    assertThat(DurationFit.of(LifeData.complete(List.of(3.0, 5.0, 9.0))).verdict())
        .isEqualTo(DurationFit.Verdict.THIN);
  }

  private static List<Refusal> faults(String rows) {
    return switch (HistoryReader.read("machine,state,start,end\n" + rows, Optional.empty())) {
      case HistoryReading.Refused refused -> refused.faults();
      case HistoryReading.Accepted accepted -> accepted.history().warnings();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "m,RUNNING,0,10;m,BREAKDOWN,9,12 | SIM-HISTORY-OVERLAP | line 3",
        "m,RUNNING,0,10;m,BREAKDOWN,15,18 | SIM-HISTORY-GAP | line 3",
        "m,RUNNING,10,5 | SIM-HISTORY-NEGATIVE | line 2",
        "m,WORKING,0,5 | SIM-HISTORY-STATE | line 2",
        "m,RUNNING,yesterday,5 | SIM-HISTORY-TIME | line 2"
      })
  void namesTheLineAtFault(String rows, String code, String place) {
    assertThat(faults(rows.replace(';', '\n')))
        .anySatisfy(fault -> {
          assertThat(fault.code()).isEqualTo(code);
          assertThat(fault.place()).isEqualTo(place);
        });
  }

  @Test
  void learnsAModelThatTheReaderAccepts() {
    StringBuilder rows = new StringBuilder("machine,state,start,end,product\n");
    StringBuilder counts = new StringBuilder("machine,start,end,good,rejected,product\n");
    Sampler life = new Weibull(2, 1000).sampler(new RandomStreams(9, 0).stream("m", "life"));
    Sampler repair = new Lognormal(4, 0.5).sampler(new RandomStreams(9, 0).stream("m", "repair"));
    double now = 0;
    for (int i = 0; i < 60; i++) {
      double run = life.next();
      rows.append("m,RUNNING,%s,%s,A%n".formatted(now, now + run));
      counts.append("m,%s,%s,%s,%s,A%n".formatted(now, now + run, run / 10 * 0.9, run / 10 * 0.1));
      now += run;
      double stop = repair.next();
      rows.append("m,BREAKDOWN,%s,%s,A%n".formatted(now, now + stop));
      now += stop;
    }
    History history =
        ((HistoryReading.Accepted)
                HistoryReader.read(rows.toString(), Optional.of(counts.toString())))
            .history();

    LineFit fit = LineFit.of(history, 5);

    assertThat(ModelReader.read(fit.model())).isInstanceOf(ModelReading.Accepted.class);
    var station = fit.model().path("elements").path(1);
    assertThat(station.path("time").path("byProduct").path("A").path("value").asDouble())
        .isCloseTo(10, withinPercentage(0.1));
    assertThat(station.path("defectRate").asDouble()).isCloseTo(0.1, withinPercentage(0.1));
    assertThat(fit.fits()).containsKeys("m running time to breakdown", "m length of breakdown");
    assertThat(SurvivalPicture.of("m", fit.fits().values().iterator().next())).startsWith("<svg");
  }
}
