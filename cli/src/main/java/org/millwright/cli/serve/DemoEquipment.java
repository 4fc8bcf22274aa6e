// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.model.Name;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Derives the equipment tables of the demo from the description of the virtual plant, so that a
 * machine's metrics are written down once.
 */
final class DemoEquipment {

  private static final String ARCHETYPES = "/org/millwright/plant/archetypes.json";

  /** The enterprise and, as its edge nodes name it, the Sparkplug group. */
  static final String ENTERPRISE = "fushan";

  private static final String LINE_TARGET = "0.82";

  private final CsvText classes = new CsvText("code", "name_en", "name_zh");
  private final CsvText properties =
      new CsvText(
          "class", "property", "role", "metric", "name_en", "name_zh", "unit", "scale", "wraps_at");
  private final CsvText rules =
      new CsvText("class", "position", "property", "test", "low", "high", "seconds", "state");
  private final CsvText products = new CsvText("code", "name_en", "name_zh", "unit");
  private final CsvText nodes =
      new CsvText(
          "path",
          "level",
          "name_en",
          "name_zh",
          "class",
          "position",
          "target_oee",
          "production",
          "digitally_controlled",
          "buffer_capacity",
          "source",
          "edge_node",
          "device");
  private final CsvText cycles = new CsvText("node", "product", "seconds");

  private final CsvText crews = new CsvText("node", "crew", "members");

  private final Map<String, String> classByTemplate = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();
  private final DemoMetricNames metricNames = new DemoMetricNames();

  private DemoEquipment(JsonNode plant) {
    nodes.row(
        ENTERPRISE,
        "ENTERPRISE",
        "Fushan Industrial Group",
        "福山工业集团",
        "",
        "1",
        "",
        "no",
        "no",
        "",
        "",
        "",
        "");
    int position = 0;
    for (JsonNode line : plant.path("archetypes")) {
      position++;
      line(line, position);
    }
  }

  /** Writes the tables and returns the codes of the lines, one edge node each. */
  static List<String> writeTo(Path folder) throws IOException {
    try (InputStream json = DemoEquipment.class.getResourceAsStream(ARCHETYPES)) {
      if (json == null) {
        throw new IllegalStateException(
            "The virtual plant's archetypes.json is not in the program.");
      }
      var demo = new DemoEquipment(new ObjectMapper().readTree(json));
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("classes.csv"), demo.classes.text());
      Files.writeString(folder.resolve("properties.csv"), demo.properties.text());
      Files.writeString(folder.resolve("rules.csv"), demo.rules.text());
      Files.writeString(folder.resolve("products.csv"), demo.products.text());
      Files.writeString(folder.resolve("nodes.csv"), demo.nodes.text());
      Files.writeString(folder.resolve("cycles.csv"), demo.cycles.text());
      Files.writeString(folder.resolve("crews.csv"), demo.crews.text());
      return demo.lines;
    }
  }

  private void line(JsonNode line, int position) {
    String site = DemoSites.of(line.path("id").asString());
    if (position == 1 || !nodes.contains(ENTERPRISE + "/" + site)) {
      DemoSites.Site known = DemoSites.named(site);
      node(ENTERPRISE + "/" + site, "SITE", known.en(), known.zh(), position, "");
    }
    String area = code(line.path("area").asString());
    String areaPath = ENTERPRISE + "/" + site + "/" + area;
    node(
        areaPath,
        "AREA",
        line.path("area").asString(),
        line.path("areaZh").asString(),
        position,
        "");
    String id = line.path("id").asString();
    String path = areaPath + "/" + id;
    node(
        path,
        "WORK_CENTER",
        line.path("name").asString(),
        line.path("nameZh").asString(),
        1,
        LINE_TARGET);
    lines.add(id);
    DemoCrews.of(position).forEach((crew, members) -> crews.row(path, crew, members));
    for (JsonNode product : line.path("products")) {
      products.row(
          product.path("code").asString(),
          product.path("name").asString(),
          product.path("nameZh").asString(),
          line.path("unit").asString());
    }
    int order = 0;
    for (JsonNode machine : line.path("machines")) {
      order++;
      machine(path, id, machine, order);
    }
  }

  private void machine(String line, String edgeNode, JsonNode machine, int order) {
    String id = machine.path("id").asString();
    String path = line + "/" + id;
    JsonNode capacity = machine.path("physics").path("buffer").path("capacity");
    nodes.row(
        path,
        "WORK_UNIT",
        machine.path("name").asString(),
        machine.path("nameZh").asString(),
        classOf(machine),
        String.valueOf(order),
        "",
        "yes",
        machine.path("stateSource").has("packml") ? "yes" : "no",
        capacity.isMissingNode() ? "" : capacity.asString(),
        "embedded",
        ENTERPRISE + "/" + edgeNode,
        id);
    double rate = machine.path("physics").path("ratePerMinute").asDouble();
    cycles.row(path, "*", String.valueOf(60 / rate));
  }

  private void node(String path, String level, String en, String zh, int position, String target) {
    nodes.row(
        path, level, en, zh, "", String.valueOf(position), target, "no", "no", "", "", "", "");
  }

  /** Machines of one class that differ in metrics or state source need a template each. */
  private String classOf(JsonNode machine) {
    String type = machine.path("equipmentClass").asString();
    String template = type + machine.path("metrics") + machine.path("stateSource");
    String known = classByTemplate.get(template);
    if (known != null) {
      return known;
    }
    String code =
        classByTemplate.containsValue(type) ? type + "-" + machine.path("id").asString() : type;
    classByTemplate.put(template, code);
    classes.row(code, machine.path("name").asString(), machine.path("nameZh").asString());
    for (JsonNode metric : machine.path("metrics")) {
      property(code, metric);
    }
    rules(code, machine.path("stateSource"));
    return code;
  }

  private void property(String type, JsonNode metric) {
    String name = metric.path("name").asString();
    Name said = metricNames.of(name);
    JsonNode wraps = metric.path("wraps");
    properties.row(
        type,
        name,
        DemoRoles.of(metric.path("role").asString()),
        name,
        said.en(),
        said.zh(),
        metric.path("unit").asString(),
        "1",
        wraps.isMissingNode() ? "" : String.valueOf(wraps.asLong() - 1));
  }

  private void rules(String type, JsonNode source) {
    if (source.has("packml")) {
      rules.row(type, "1", source.path("packml").asString(), "PACKML", "", "", "0", "");
      return;
    }
    JsonNode rule = source.path("rule");
    String metric = rule.path("metric").asString();
    String below = rule.path("below").asString();
    rules.row(
        type, "1", metric, "BELOW", below, "", rule.path("seconds").asString(), "UNCLASSIFIED");
    rules.row(type, "2", metric, "ABOVE", below, "", "0", "RUNNING");
  }

  private static String code(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }
}
