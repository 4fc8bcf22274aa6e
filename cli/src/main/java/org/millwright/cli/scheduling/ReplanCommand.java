// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.format.Format;
import org.millwright.scheduling.format.PlanWriter;
import org.millwright.scheduling.history.Activity;
import org.millwright.scheduling.history.Comparison;
import org.millwright.scheduling.history.EventLog;
import org.millwright.scheduling.history.LogFault;
import org.millwright.scheduling.history.LogReader;
import org.millwright.scheduling.history.LogReading;
import org.millwright.scheduling.history.LogShop;
import org.millwright.scheduling.history.ReplanReport;
import org.millwright.scheduling.search.Scheduler;
import org.millwright.scheduling.search.Solution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans again what a shop floor's event log says was made, and puts the plan beside it. */
@Command(
    name = "replan",
    description =
        "Reads an event log of orders (case_id, activity, resource, start_timestamp, timestamp),"
            + " reports the rows that cannot be right, plans the same work again and puts the plan"
            + " beside what happened.",
    mixinStandardHelpOptions = true)
public final class ReplanCommand extends CommandWithRefusals {

  @Parameters(paramLabel = "LOG", description = "The event log, a CSV file.")
  private Path file = Path.of("");

  @Mixin private SearchOptions search = new SearchOptions();

  @Option(
      names = "--out",
      description =
          "Also write the report to this file: .html holds the picture, .md has it beside as .svg.")
  private @Nullable Path out;

  @Option(names = "--plan", description = "Also write the plan as JSON to this file.")
  private @Nullable Path plan;

  @Option(
      names = "--lang",
      defaultValue = "en",
      description = "Language of the report: en or zh-CN. Default: en.")
  private String language = "en";

  @Override
  void work() throws ProblemFile.Refused {
    if (!language.equals("en") && !language.equals("zh-CN")) {
      throw ProblemFile.refused("SCHEDULE-OPTION", "--lang", "The languages are en and zh-CN.");
    }
    String name = out == null ? "" : out.toString().toLowerCase(Locale.ROOT);
    if (out != null && !name.endsWith(".html") && !name.endsWith(".md")) {
      throw ProblemFile.refused("SCHEDULE-OPTION", "--out", "A report ends in .html or .md.");
    }
    expectFolder("--out", out);
    expectFolder("--plan", plan);
    EventLog log =
        switch (LogReader.read(ProblemFile.text(file))) {
          case LogReading.Accepted accepted -> accepted.log();
          case LogReading.Refused refused -> throw new ProblemFile.Refused(refused.refusals());
        };
    LogShop shop = new LogShop(log);
    Solution solution = search(shop.problem(), search, Scheduler::solve);
    Comparison comparison = Comparison.of(shop, solution.plan());
    ReplanReport report = new ReplanReport(log, shop, comparison, language.equals("zh-CN"));
    report(report, name);
    if (plan != null) {
      write(
          plan,
          new PlanWriter(shop.problem(), Format.MILLWRIGHT)
              .write(
                  solution.status().key(),
                  solution.score(),
                  solution.lowerBound(),
                  solution.seconds(),
                  solution.plan())
              .toString());
    }
    boolean legal = Checker.check(shop.problem(), solution.plan()).legal();
    print(result(log, shop, comparison, solution.status().key(), legal));
  }

  private void report(ReplanReport report, String name) {
    if (out == null) {
      return;
    }
    if (name.endsWith(".html")) {
      write(out, report.html());
    } else {
      String own = String.valueOf(out.getFileName());
      String picture = own.substring(0, own.length() - ".md".length()) + ".svg";
      write(out.resolveSibling(picture), report.picture());
      write(out, report.markdown(picture));
    }
  }

  private static ObjectNode result(
      EventLog log, LogShop shop, Comparison comparison, String status, boolean legal) {
    ObjectNode node = new JsonMapper().createObjectNode();
    node.put("status", status);
    node.put("legal", legal);
    node.put("rows", log.rowCount());
    node.put("rowsUsed", log.rows().size());
    ObjectNode counts = node.putObject("faults");
    for (LogFault.Kind kind : LogFault.Kind.values()) {
      counts.put(kind.name(), log.count(kind));
    }
    ArrayNode faults = node.putArray("faultyRows");
    for (LogFault fault : log.faults()) {
      ObjectNode row = faults.addObject();
      row.put("line", fault.line());
      row.put("kind", fault.kind().name());
      row.put("used", !fault.kind().leftOut());
      row.put("message", fault.message());
    }
    node.put("orders", shop.problem().jobs().size());
    node.put("steps", shop.problem().operationCount());
    node.put("resources", comparison.uses().size());
    activities(node.putArray("activities"), shop);
    figures(node, comparison);
    return node;
  }

  private static void activities(ArrayNode array, LogShop shop) {
    for (Activity activity : shop.routings().activities()) {
      ObjectNode node = array.addObject();
      node.put("activity", activity.name());
      node.put("steps", activity.steps());
      node.put("medianMinutes", activity.medianMinutes());
      ArrayNode able = node.putArray("resources");
      activity.resources().forEach(able::add);
    }
  }

  private static void figures(ObjectNode node, Comparison comparison) {
    ObjectNode actual = node.putObject("actual");
    actual.put("meanFlowHours", tenths(comparison.actualFlowHours()));
    actual.put("lastFinishMinute", comparison.actualEnd());
    ObjectNode planned = node.putObject("planned");
    planned.put("meanFlowHours", tenths(comparison.plannedFlowHours()));
    planned.put("lastFinishMinute", comparison.plannedEnd());
    planned.put("stepsWithoutPlace", comparison.unplannedSteps());
    node.put("ordersNoLater", comparison.noLater());
    ArrayNode uses = node.putArray("use");
    for (Comparison.Use use : comparison.uses()) {
      ObjectNode row = uses.addObject();
      row.put("resource", use.resource());
      row.put("actualMinutes", use.actualMinutes());
      row.put("plannedMinutes", use.plannedMinutes());
    }
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
