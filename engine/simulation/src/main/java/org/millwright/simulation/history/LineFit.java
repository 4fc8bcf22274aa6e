// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.simulation.distribution.Constant;
import org.millwright.simulation.distribution.Distribution;
import org.millwright.simulation.model.LineState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model learned from a history: the machines in the order of the file, one behind the other with
 * buffers of a given size between them, because a record of states does not tell the layout.
 */
public final class LineFit {

  private final History history;
  private final int buffer;
  private final Map<String, DurationFit> fits = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>();
  private final ObjectNode model = JsonMapper.shared().createObjectNode();

  private LineFit(History history, int buffer) {
    this.history = history;
    this.buffer = buffer;
  }

  /** Learns from a history; between two machines the model gets room for some items. */
  public static LineFit of(History history, int buffer) {
    LineFit fit = new LineFit(history, buffer);
    fit.learn();
    return fit;
  }

  /** The model file. */
  public ObjectNode model() {
    return model.deepCopy();
  }

  /** Everything that was fitted, named machine and quantity. */
  public Map<String, DurationFit> fits() {
    return Map.copyOf(fits);
  }

  /** What the reader should know, in plain words. */
  public List<String> words() {
    return List.copyOf(words);
  }

  private void learn() {
    model.put("name", "Learned from history").put("timeUnit", "s");
    ArrayNode elements = JsonMapper.shared().createArrayNode();
    Map<String, List<StateInterval>> machines = history.byMachine();
    List<String> names = List.copyOf(machines.keySet());
    ObjectNode source = elements.addObject();
    source.put("type", "source").put("id", "supply").put("to", names.getFirst());
    products(source);
    for (int i = 0; i < names.size(); i++) {
      boolean last = i + 1 == names.size();
      String next = last ? "finished" : "buffer-" + (i + 1);
      ObjectNode station = elements.addObject();
      station.put("type", "station").put("id", names.get(i)).put("to", next);
      learn(names.get(i), machines.getOrDefault(names.get(i), List.of()), station);
      if (!last) {
        elements
            .addObject()
            .put("type", "buffer")
            .put("id", next)
            .put("capacity", buffer)
            .put("to", names.get(i + 1));
      }
    }
    elements.addObject().put("type", "sink").put("id", "finished");
    double longest = 0;
    for (JsonNode one : elements) {
      longest = Math.max(longest, one.path("time").path("value").asDouble(1));
    }
    model.put("horizon", Math.max(1e6, 1e4 * longest)).put("warmup", "auto");
    model.set("elements", elements);
  }

  private void products(ObjectNode source) {
    Map<String, Double> made = new LinkedHashMap<>();
    for (Count count : history.counts()) {
      made.merge(count.product(), count.total(), Double::sum);
    }
    made.remove("");
    if (!made.isEmpty()) {
      ArrayNode list = model.putArray("products");
      ArrayNode shares = source.putArray("products");
      made.forEach((product, items) -> {
        list.add(product);
        shares.addObject().put("product", product).put("share", items);
      });
    }
  }

  private void learn(String machine, List<StateInterval> intervals, ObjectNode station) {
    cycles(machine, intervals, station);
    ArrayNode breakdowns = JsonMapper.shared().createArrayNode();
    stops(machine, intervals, LineState.BREAKDOWN, breakdowns);
    stops(machine, intervals, LineState.MINOR_STOP, breakdowns);
    if (!breakdowns.isEmpty()) {
      station.set("breakdowns", breakdowns);
    }
    setups(machine, intervals, station);
  }

  private DurationFit fit(String machine, String quantity, LifeData data) {
    DurationFit fit = DurationFit.of(data);
    fits.put(machine + " " + quantity, fit);
    switch (fit.verdict()) {
      case THIN ->
          words.add(
              "%s, %s: only %d events; the rate is known roughly and the shape not at all."
                  .formatted(machine, quantity, data.events().size()));
      case EMPIRICAL ->
          words.add(
              "%s, %s: no family agrees with the data (p = %.2f); the recorded values are used."
                  .formatted(machine, quantity, fit.pValue()));
      case FITTED -> {}
    }
    return fit;
  }

  private void stops(
      String machine, List<StateInterval> intervals, LineState kind, ArrayNode breakdowns) {
    StopData data = StopData.of(intervals, kind);
    boolean minor = kind == LineState.MINOR_STOP;
    String name = minor ? "minor stop" : "breakdown";
    if (data.between().events().isEmpty() || data.lasting().events().isEmpty()) {
      if (!minor) {
        words.add("%s: no %s was seen to its end, so the model has none.".formatted(machine, name));
      }
      return;
    }
    ObjectNode entry = breakdowns.addObject();
    entry.put("id", name.replace(' ', '-')).put("clock", "operating").put("minor", minor);
    entry.set(
        "timeToFailure", json(fit(machine, "running time to " + name, data.between()).chosen()));
    entry.set("timeToRepair", json(fit(machine, "length of " + name, data.lasting()).chosen()));
  }

  private static JsonNode json(Distribution distribution) {
    return DistributionJson.of(distribution);
  }

  private void cycles(String machine, List<StateInterval> intervals, ObjectNode station) {
    List<Count> own =
        history.counts().stream().filter(count -> count.machine().equals(machine)).toList();
    CycleData data = CycleData.of(intervals, own);
    if (data.rejectRate() > 0) {
      station.put("defectRate", data.rejectRate());
    }
    if (data.sums().isEmpty()) {
      words.add("%s: no counts, so the cycle time is not known; 1 s stands in.".formatted(machine));
      station.put("time", 1);
      return;
    }
    boolean named = data.sums().keySet().stream().noneMatch(String::isEmpty);
    ObjectNode byProduct = named ? station.putObject("time").putObject("byProduct") : station;
    data.sums()
        .forEach((product, sum) ->
            byProduct.set(named ? product : "time", json(cycle(machine, product, data, sum))));
    if (named) {
      double mean =
          data.sums().values().stream().mapToDouble(sum -> sum[0] / sum[1]).average().orElse(1);
      ((ObjectNode) station.path("time")).put("otherwise", mean);
    }
  }

  private Distribution cycle(String machine, String product, CycleData data, double[] sum) {
    if (data.isSingle(product)) {
      LifeData times = LifeData.complete(data.single().getOrDefault(product, List.of()));
      return fit(machine, "cycle time " + product, times).chosen();
    }
    words.add(
        "%s, cycle time %s: counted in lots, so only the mean is known."
            .formatted(machine, product));
    return new Constant(sum[0] / sum[1]);
  }

  private void setups(String machine, List<StateInterval> intervals, ObjectNode station) {
    SetupData data = SetupData.of(intervals);
    if (data.lengths().isEmpty()) {
      return;
    }
    ObjectNode changeover = station.putObject("changeover");
    ArrayNode steps = changeover.putArray("steps");
    data.lengths()
        .forEach((change, lengths) -> {
          boolean known = model.path("products").toString().contains("\"" + change.to() + "\"");
          if (known && !change.from().isEmpty() && lengths.size() >= DurationFit.THIN) {
            String name = "changeover %s to %s".formatted(change.from(), change.to());
            steps
                .addObject()
                .put("from", change.from())
                .put("to", change.to())
                .set("time", json(fit(machine, name, LifeData.complete(lengths)).chosen()));
          }
        });
    changeover.set("otherwise", json(fit(machine, "changeover", data.all()).chosen()));
  }
}
