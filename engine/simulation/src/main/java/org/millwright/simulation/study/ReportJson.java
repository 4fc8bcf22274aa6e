// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

import java.util.List;
import java.util.Map;
import org.millwright.model.Refusal;
import org.millwright.simulation.statistics.Interval;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a report as one JSON object: mean and 95 % half-width of every measure. */
public final class ReportJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ReportJson() {}

  /** The report; a measure without a value is null. */
  public static ObjectNode of(StudyReport report) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("model", report.model().name());
    json.put("timeUnit", report.model().time().unit());
    json.put("seed", report.plan().seed());
    json.put("replications", report.replications().size());
    json.put("horizon", report.plan().horizon());
    json.put("warmup", report.warmup());
    json.put("warmupFound", report.warmupFound());
    json.put("confidence", StudyReport.CONFIDENCE);
    json.put("events", report.events());
    json.put("traceHash", Long.toHexString(report.traceHash()));
    measures(json, report);
    ObjectNode bottleneck = json.putObject("bottleneck");
    candidates(bottleneck.putArray("activePeriod"), report.bottlenecks().activePeriod());
    candidates(bottleneck.putArray("turningPoint"), report.bottlenecks().turningPoint());
    ArrayNode warnings = json.putArray("warnings");
    report.warnings().forEach(warning -> warning(warnings.addObject(), warning));
    return json;
  }

  private static void measures(ObjectNode json, StudyReport report) {
    json.putObject("system");
    json.putObject("elements");
    for (Map.Entry<MeasureKey, Interval> entry : report.intervals().entrySet()) {
      MeasureKey key = entry.getKey();
      ObjectNode section = json.withObjectProperty(key.section());
      ObjectNode owner = key.id().isEmpty() ? section : section.withObjectProperty(key.id());
      interval(owner.putObject(key.measure()), entry.getValue());
    }
  }

  private static void interval(ObjectNode json, Interval interval) {
    put(json, "mean", interval.mean());
    put(json, "halfWidth", interval.halfWidth());
  }

  private static void put(ObjectNode json, String field, double value) {
    if (Double.isFinite(value)) {
      json.put(field, value);
    } else {
      json.putNull(field);
    }
  }

  private static void candidates(ArrayNode json, List<Bottlenecks.Candidate> candidates) {
    for (Bottlenecks.Candidate candidate : candidates) {
      ObjectNode entry = json.addObject();
      entry.put("station", candidate.station());
      entry.put("share", candidate.share());
      entry.put("low", candidate.low());
      entry.put("high", candidate.high());
    }
  }

  private static void warning(ObjectNode json, Refusal warning) {
    json.put("code", warning.code());
    json.put("place", warning.place());
    json.put("message", warning.message());
    json.put("maybe", warning.maybe());
  }
}
