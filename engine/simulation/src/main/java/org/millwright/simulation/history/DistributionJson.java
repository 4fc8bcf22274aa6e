// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import org.millwright.simulation.distribution.Constant;
import org.millwright.simulation.distribution.Distribution;
import org.millwright.simulation.distribution.Empirical;
import org.millwright.simulation.distribution.Exponential;
import org.millwright.simulation.distribution.Gamma;
import org.millwright.simulation.distribution.LogLogistic;
import org.millwright.simulation.distribution.Lognormal;
import org.millwright.simulation.distribution.Weibull;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the distributions that come out of a fit the way a model file names them. */
final class DistributionJson {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private DistributionJson() {}

  static JsonNode of(Distribution distribution) {
    ObjectNode json = MAPPER.createObjectNode();
    return switch (distribution) {
      case Exponential it -> json.put("type", "exponential").put("mean", it.mean());
      case Weibull it -> shaped(json, "weibull", it.shape(), it.scale());
      case Gamma it -> shaped(json, "gamma", it.shape(), it.scale());
      case LogLogistic it -> shaped(json, "loglogistic", it.shape(), it.scale());
      case Lognormal it ->
          json.put("type", "lognormal").put("mu", it.mu()).put("sigma", it.sigma());
      case Empirical it -> {
        ArrayNode values = json.put("type", "empirical").putArray("values");
        it.values().forEach(values::add);
        yield json.put("interpolated", it.interpolated());
      }
      case Constant it -> json.put("type", "constant").put("value", it.value());
      default -> throw new IllegalArgumentException("No fit gives " + distribution + ".");
    };
  }

  private static ObjectNode shaped(ObjectNode json, String type, double shape, double scale) {
    return json.put("type", type).put("shape", shape).put("scale", scale);
  }
}
