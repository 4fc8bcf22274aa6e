// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.simulation;

import java.nio.file.Path;
import java.util.List;
import org.millwright.simulation.experiment.Experiment;
import org.millwright.simulation.experiment.Factor;
import org.millwright.simulation.experiment.Search;
import org.millwright.simulation.experiment.Selection;
import org.millwright.simulation.statistics.Interval;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The answers of an experiment as JSON; every mean comes with its 95 % half-width. */
final class ExperimentJson {

  private final ObjectNode json = JsonMapper.shared().createObjectNode();
  private final List<Factor> factors;

  ExperimentJson(Experiment experiment, List<Factor> factors) {
    this.factors = factors;
    json.put("objective", experiment.objective().toString());
    json.put("goal", experiment.goal() == Experiment.Goal.MAXIMUM ? "maximum" : "minimum");
    json.put("replications", experiment.plan().replications());
    json.put("seed", experiment.plan().seed());
    json.put("confidence", 0.95);
  }

  ObjectNode answers(List<Experiment.Answer> answers) {
    ArrayNode list = json.putArray("variants");
    for (Experiment.Answer answer : answers) {
      ObjectNode entry = list.addObject();
      point(entry.putObject("values"), answer.point());
      put(entry, answer.interval());
      answer.refusal().forEach(refusal -> entry.put("refusal", refusal.toString()));
    }
    return json;
  }

  /** How much better the second model is than the first. */
  ObjectNode comparison(Interval gain) {
    put(json.putObject("gain"), gain);
    boolean sure = Math.abs(gain.mean()) > gain.halfWidth();
    json.put("verdict", !sure ? "no difference shown" : gain.mean() > 0 ? "second" : "first");
    return json;
  }

  ObjectNode selection(List<Path> files, Selection selection) {
    json.put("best", files.get(selection.best()).toString());
    if (Double.isNaN(selection.confidence())) {
      json.putNull("confidence");
    }
    ArrayNode list = json.putArray("models");
    for (int i = 0; i < files.size(); i++) {
      ObjectNode entry = list.addObject();
      entry.put("model", files.get(i).toString());
      entry.put("replications", selection.replications().get(i));
      put(entry, selection.intervals().get(i));
    }
    return json;
  }

  ObjectNode search(Search search) {
    point(json.putObject("best"), search.best());
    put(json.putObject("value"), search.objective());
    put(json.putObject("gain"), search.gain());
    json.put("variants", search.variants());
    json.put("budgetSpent", search.exhausted());
    return json;
  }

  private void point(ObjectNode entry, List<Double> values) {
    for (int i = 0; i < values.size(); i++) {
      entry.put(factors.get(i).name(), Math.round(values.get(i)));
    }
  }

  private static void put(ObjectNode entry, Interval interval) {
    put(entry, "mean", interval.mean());
    put(entry, "halfWidth", interval.halfWidth());
  }

  private static void put(ObjectNode entry, String field, double value) {
    if (Double.isFinite(value)) {
      entry.put(field, value);
    } else {
      entry.putNull(field);
    }
  }
}
