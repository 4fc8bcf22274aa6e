// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.millwright.simulation.LineText.exponential;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millwright.model.Refusal;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.reading.ModelReader;
import org.millwright.simulation.reading.ModelReading;
import org.millwright.simulation.study.MeasureKey;
import org.millwright.simulation.study.Study;
import org.millwright.simulation.study.StudyOutcome;
import org.millwright.simulation.study.StudyPlan;

class BadInputTest {

  private static List<Refusal> faults(String json) {
    return switch (ModelReader.read(json)) {
      case ModelReading.Refused refused -> refused.faults();
      case ModelReading.Accepted ignored -> List.of();
    };
  }

  private static void refuses(LineText text, String code, String place) {
    assertThat(faults(text.json()))
        .anySatisfy(fault -> {
          assertThat(fault.code()).isEqualTo(code);
          assertThat(fault.place()).isEqualTo(place);
        });
  }

  @Test
  void namesALinkToNowhereAndTheElementThatWasMeant() {
    List<Refusal> faults =
        faults(new LineText().saturated("milll").station("mill", "1", "out").sink().json());

    assertThat(faults)
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.code()).isEqualTo("SIM-UNKNOWN-LINK");
          assertThat(fault.place()).isEqualTo("/elements/0/to");
          assertThat(fault.maybe()).contains("\"mill\"");
        });
  }

  @Test
  void namesEveryElementOfALoopWithoutAWayOut() {
    LineText text = new LineText().saturated("a").station("a", "1", "b").station("b", "1", "a");

    refuses(text, "SIM-NO-WAY-OUT", "/elements/1/to");
    refuses(text, "SIM-NO-WAY-OUT", "/elements/2/to");
  }

  @Test
  void refusesALoopThatTakesNoTime() {
    LineText text =
        new LineText()
            .saturated("a")
            .station("a", "0", "fork")
            .element(
                "branch",
                "fork",
                "\"to\":[{\"to\":\"a\",\"probability\":0.5},{\"to\":\"out\",\"probability\":0.5}]")
            .sink();

    refuses(text, "SIM-ZERO-TIME-LOOP", "/elements/1");
    refuses(text, "SIM-ZERO-TIME-LOOP", "/elements/2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"pareto\",\"shape\":1,\"scale\":1} | SIM-DISTRIBUTION-MEAN | /elements/1/time",
        "{\"type\":\"loglogistic\",\"shape\":0.9,\"scale\":1} | SIM-DISTRIBUTION-MEAN |"
            + " /elements/1/time",
        "{\"type\":\"normal\",\"mean\":1,\"sd\":1} | SIM-DISTRIBUTION-NEGATIVE | /elements/1/time",
        "-1 | SIM-DISTRIBUTION-NEGATIVE | /elements/1/time",
        "{\"type\":\"uniform\",\"min\":-1,\"max\":1} | SIM-DISTRIBUTION-NEGATIVE |"
            + " /elements/1/time",
        "{\"type\":\"expontial\",\"mean\":1} | SIM-CHOICE | /elements/1/time/type",
        "{\"type\":\"exponential\",\"mean\":-2} | SIM-RANGE | /elements/1/time/mean",
        "{\"type\":\"exponential\",\"mean\":\"x\"} | SIM-TYPE | /elements/1/time/mean",
        "{\"type\":\"exponential\"} | SIM-MISSING | /elements/1/time",
        "{\"type\":\"discrete\",\"values\":[1,2],\"probabilities\":[0.5,0.6]} | SIM-PROBABILITY-SUM"
            + " | /elements/1/time/probabilities",
        "{\"type\":\"truncated\",\"of\":{\"type\":\"uniform\",\"min\":0,\"max\":1},\"min\":5} |"
            + " SIM-DISTRIBUTION | /elements/1/time"
      })
  void refusesDistributionsNoJobCanHave(String time, String code, String place) {
    refuses(new LineText().saturated("m").station("m", time, "out").sink(), code, place);
  }

  @Test
  void refusesProbabilitiesThatDoNotSumToOne() {
    refuses(
        new LineText()
            .saturated("m")
            .station(
                "m",
                "1",
                "[{\"to\":\"out\",\"probability\":0.5},{\"to\":\"m\",\"probability\":0.4}]")
            .sink(),
        "SIM-PROBABILITY-SUM",
        "/elements/1/to");
  }

  @Test
  void namesUnknownFieldsMissingFieldsAndDoubleIdsTogether() {
    LineText text =
        new LineText().saturated("m").element("station", "m", "\"tiem\":1,\"to\":\"out\"").sink();
    assertThat(faults(text.json()))
        .extracting(Refusal::code)
        .containsExactlyInAnyOrder("SIM-MISSING", "SIM-UNKNOWN-FIELD");

    refuses(new LineText().saturated("out").sink().sink(), "SIM-DUPLICATE-ID", "/elements/2/id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1,2]",
        "{\"elements\": 3}",
        "{}",
        "null",
        "{\"elements\": [{\"id\":1}]}",
        "{\"elements\": ["
      })
  void refusesDocumentsThatAreNoModelWithoutFailing(String json) {
    assertThat(faults(json)).isNotEmpty();
  }

  @Test
  void refusesAMillionElementsBeforeBuildingThem() {
    String many = "{\"type\":\"sink\",\"id\":\"s\"},".repeat(1_000_000);
    String json = "{\"elements\":[" + many + "{\"type\":\"sink\",\"id\":\"t\"}]}";

    assertThat(faults(json)).extracting(Refusal::code).containsExactly("SIM-TOO-LARGE");
  }

  private static Refusal refusal(LineText text) {
    LineModel model = text.model();
    return switch (Study.run(model, StudyPlan.of(model.plan()))) {
      case StudyOutcome.Refused refused -> refused.refusal();
      case StudyOutcome.Completed ignored -> throw new AssertionError("The study was completed.");
    };
  }

  @Test
  void namesTheElementsOfADeadlockWhenItHappens() {
    LineText text =
        new LineText()
            .with("warmup", "0")
            .saturated("b1")
            .buffer("b1", 2, "m1")
            .station("m1", "1", "b2")
            .buffer("b2", 1, "m2")
            .station(
                "m2",
                exponential(1),
                "[{\"to\":\"b1\",\"probability\":0.9},{\"to\":\"out\",\"probability\":0.1}]")
            .sink();

    Refusal refusal = refusal(text);

    assertThat(refusal.code()).isEqualTo("SIM-DEADLOCK");
    assertThat(refusal.message()).contains("b1").contains("m1").contains("b2").contains("m2");
    assertThat(refusal.place()).contains("/elements/1");
  }

  @Test
  void namesAnAssemblyThatWaitsForEver() {
    LineText text =
        new LineText()
            .with("warmup", "0")
            .saturated("fork")
            .element(
                "branch",
                "fork",
                "\"to\":{\"rule\":\"cycle\",\"ways\":[\"left\",\"left\",\"right\"]}")
            .buffer("left", 3, "join")
            .buffer("right", 3, "join")
            .element(
                "assembly",
                "join",
                "\"time\":1,\"to\":\"out\",\"parts\":[{\"from\":\"left\"},{\"from\":\"right\"}]")
            .sink();

    assertThat(refusal(text).code()).isEqualTo("SIM-DEADLOCK");
  }

  @Test
  void refusesASupplyWithoutPauseThatNothingHolds() {
    refuses(new LineText().saturated("out").sink(), "SIM-ZERO-TIME", "/elements/1");
    LineText heap =
        new LineText().saturated("heap").buffer("heap", -1, "m").station("m", "1", "out").sink();
    refuses(heap, "SIM-ZERO-TIME", "/elements/1");
    String cards = "[{\"id\":\"k\",\"cards\":3,\"entry\":\"heap\",\"exit\":\"m\"}]";
    assertThat(heap.with("loops", cards).run().interval(MeasureKey.system("wip")).mean())
        .as("cards hold it")
        .isCloseTo(3, within(0.01));
  }

  @Test
  void refusesAHorizonBeyondTheClock() {
    LineText text = new LineText().with("warmup", "1").with("horizon", "1e300");
    text.saturated("m").station("m", "1", "out").sink();

    Refusal refusal = refusal(text);

    assertThat(refusal.code()).isEqualTo("SIM-RANGE");
    assertThat(refusal.place()).isEqualTo("/horizon");
  }

  @Test
  void theEndOfAFiniteSupplyIsNoDeadlock() {
    var report =
        new LineText()
            .with("warmup", "0")
            .element("source", "in", "\"limit\":7,\"to\":\"pack\"")
            .element("batch", "pack", "\"size\":3,\"to\":\"m\"")
            .station("m", "1", "out")
            .sink()
            .run();

    assertThat(report.interval(MeasureKey.system("wip")).mean()).isCloseTo(1, within(0.01));
  }

  @Test
  void reportsAQueueThatGrowsForEver() {
    var report =
        new LineText()
            .with("warmup", "0")
            .poisson(1.2, "q")
            .buffer("q", -1, "m")
            .station("m", exponential(1), "out")
            .sink()
            .run();

    assertThat(report.warnings())
        .singleElement()
        .satisfies(warning -> {
          assertThat(warning.code()).isEqualTo("SIM-UNSTABLE");
          assertThat(warning.place()).isEqualTo("/elements/1");
        });
  }

  @Test
  void aBusyButStableQueueIsNotReported() {
    var report =
        new LineText()
            .with("warmup", "1000")
            .with("horizon", "50000")
            .poisson(0.9, "q")
            .buffer("q", -1, "m")
            .station("m", exponential(1), "out")
            .sink()
            .run();

    assertThat(report.warnings()).isEmpty();
  }

  @Test
  void stopsAQueueThatFillsTheMemory() {
    LineText text =
        new LineText()
            .with("warmup", "0")
            .with("horizon", "1e9")
            .with("replications", "1")
            .poisson(100, "q")
            .buffer("q", -1, "m")
            .station("m", "1", "out")
            .sink();

    assertThat(refusal(text).code()).isEqualTo("SIM-UNSTABLE");
  }
}
