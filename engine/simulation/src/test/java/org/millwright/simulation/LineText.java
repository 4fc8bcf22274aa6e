// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.reading.ModelReader;
import org.millwright.simulation.reading.ModelReading;
import org.millwright.simulation.study.Study;
import org.millwright.simulation.study.StudyOutcome;
import org.millwright.simulation.study.StudyPlan;
import org.millwright.simulation.study.StudyReport;

/** Writes model files for tests, in the words a user would use. */
public final class LineText {

  private final List<String> elements = new ArrayList<>();
  private final List<String> fields = new ArrayList<>();

  /** A field of the model beside its elements. */
  public LineText with(String field, String json) {
    fields.add("\"%s\":%s".formatted(field, json));
    return this;
  }

  /** An element; fields as JSON without the braces, empty for none. */
  public LineText element(String type, String id, String more) {
    elements.add(
        "{\"type\":\"%s\",\"id\":\"%s\"%s}".formatted(type, id, more.isEmpty() ? "" : "," + more));
    return this;
  }

  public LineText saturated(String to) {
    return element("source", "in", "\"to\":\"" + to + "\"");
  }

  public LineText poisson(double rate, String to) {
    return element(
        "source", "in", "\"interarrival\":%s,\"to\":\"%s\"".formatted(exponential(1 / rate), to));
  }

  public LineText station(String id, String time, String to, String... more) {
    String rest = more.length == 0 ? "" : "," + String.join(",", more);
    return element("station", id, "\"time\":%s,\"to\":%s%s".formatted(time, target(to), rest));
  }

  public LineText buffer(String id, int capacity, String to, String... more) {
    String limit = capacity < 0 ? "" : "\"capacity\":" + capacity + ",";
    String rest = more.length == 0 ? "" : "," + String.join(",", more);
    return element("buffer", id, limit + "\"to\":" + target(to) + rest);
  }

  public LineText sink() {
    return element("sink", "out", "");
  }

  private static String target(String to) {
    return to.startsWith("[") || to.startsWith("{") ? to : "\"" + to + "\"";
  }

  public static String exponential(double mean) {
    return String.format(Locale.ROOT, "{\"type\":\"exponential\",\"mean\":%.17g}", mean);
  }

  /** A saturated tandem line of equal stations with a buffer between any two. */
  public static LineText tandem(int stations, int buffer, String time) {
    LineText text = new LineText().saturated("m1");
    for (int i = 1; i <= stations; i++) {
      text.station("m" + i, time, i == stations ? "out" : "b" + i);
      if (i < stations) {
        text.buffer("b" + i, buffer, "m" + (i + 1));
      }
    }
    return text.sink();
  }

  public String json() {
    String beside = fields.isEmpty() ? "" : String.join(",", fields) + ",";
    return "{%s\"elements\":[%s]}".formatted(beside, String.join(",", elements));
  }

  public LineModel model() {
    return switch (ModelReader.read(json())) {
      case ModelReading.Accepted accepted -> accepted.model();
      case ModelReading.Refused refused ->
          throw new AssertionError("The model was refused: " + refused.faults());
    };
  }

  /** Runs the model on two threads and expects it to come to its end. */
  public StudyReport run() {
    LineModel model = model();
    return run(model, StudyPlan.of(model.plan()).onThreads(2));
  }

  public static StudyReport run(LineModel model, StudyPlan plan) {
    return switch (Study.run(model, plan)) {
      case StudyOutcome.Completed completed -> completed.report();
      case StudyOutcome.Refused refused ->
          throw new AssertionError("The study was refused: " + refused.refusal());
    };
  }
}
