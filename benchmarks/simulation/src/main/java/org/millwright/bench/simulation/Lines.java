// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.simulation;

import java.util.Locale;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.reading.ModelReader;
import org.millwright.simulation.reading.ModelReading;

/** The lines the benchmark runs, as a user would write them. */
final class Lines {

  private Lines() {}

  /** A saturated line with exponential times, failures and buffers of ten. */
  static LineModel tandem(int machines, double cycle, double horizon) {
    StringBuilder json =
        new StringBuilder("{\"horizon\":" + horizon + ",\"warmup\":0,\"elements\":[");
    json.append("{\"type\":\"source\",\"id\":\"in\",\"to\":\"m1\"},");
    for (int i = 1; i <= machines; i++) {
      String next = i == machines ? "out" : "b" + i;
      json.append(
          String.format(
              Locale.ROOT,
              "{\"type\":\"station\",\"id\":\"m%d\",\"to\":\"%s\",\"time\":{\"type\":\"exponential\",\"mean\":%s},%s},",
              i,
              next,
              cycle,
              breakdown(cycle * 200, cycle * 10)));
      if (i < machines) {
        json.append(
            "{\"type\":\"buffer\",\"id\":\"b%d\",\"capacity\":10,\"to\":\"m%d\"},"
                .formatted(i, i + 1));
      }
    }
    return read(json.append("{\"type\":\"sink\",\"id\":\"out\"}]}").toString());
  }

  private static String breakdown(double failure, double repair) {
    return """
    "breakdowns": [{"timeToFailure": {"type": "exponential", "mean": %s},
                    "timeToRepair": {"type": "lognormal", "mean": %s, "cv": 1}}]\
    """
        .formatted(failure, repair);
  }

  /** An M/M/1 queue at 80 %. */
  static LineModel queue(double horizon) {
    return read(
        """
        {"horizon": %s, "warmup": 0, "elements": [
          {"type": "source", "id": "in", "interarrival": {"type": "exponential", "rate": 0.8}, "to": "q"},
          {"type": "buffer", "id": "q", "to": "m"},
          {"type": "station", "id": "m", "time": {"type": "exponential", "mean": 1}, "to": "out"},
          {"type": "sink", "id": "out"}]}
        """
            .formatted(horizon));
  }

  private static LineModel read(String json) {
    return switch (ModelReader.read(json)) {
      case ModelReading.Accepted accepted -> accepted.model();
      case ModelReading.Refused refused -> throw new IllegalStateException("" + refused.faults());
    };
  }
}
