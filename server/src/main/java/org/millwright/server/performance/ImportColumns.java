// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.millwright.model.Refusal;

/**
 * Which column of a file holds which piece of information: as the person says, else by the names
 * that files use.
 */
final class ImportColumns {

  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("unit", List.of("unit", "machine", "equipment", "设备", "单元")),
          Map.entry("date", List.of("date", "business_date", "day", "日期")),
          Map.entry(
              "from",
              List.of(
                  "from",
                  "start",
                  "start_time",
                  "begin",
                  "downtime_start_time",
                  "production_start_time",
                  "hour_start",
                  "开始时间",
                  "开始")),
          Map.entry(
              "to",
              List.of(
                  "to",
                  "end",
                  "end_time",
                  "finish",
                  "downtime_end_time",
                  "production_end_time",
                  "hour_end",
                  "结束时间",
                  "结束")),
          Map.entry("state", List.of("state", "status", "状态")),
          Map.entry("reason", List.of("reason", "reason_code", "原因")),
          Map.entry("product", List.of("product", "product_code", "product_type_l", "产品")),
          Map.entry("total", List.of("total", "production_units", "quantity", "产量")),
          Map.entry("good", List.of("good", "合格")),
          Map.entry("scrap", List.of("scrap", "reject", "rejects", "废品")),
          Map.entry("rework", List.of("rework", "返工")),
          Map.entry("shift", List.of("shift", "班次")),
          Map.entry("crew", List.of("crew", "班组")),
          Map.entry(
              "monitored_h",
              List.of("monitored_h", "monitored_time_dec", "monitored_time_h", "监测小时")),
          Map.entry(
              "running_h", List.of("running_h", "operation_time_dec", "operation_time_h", "运行小时")),
          Map.entry("stopped_h", List.of("stopped_h", "pause_time_dec", "downtime_h", "停机小时")));

  private static final Map<ImportKind, List<String>> REQUIRED =
      Map.of(
          ImportKind.INTERVALS, List.of("from", "to"),
          ImportKind.COUNTS, List.of("from", "to", "total"),
          ImportKind.SHIFTS, List.of("date", "from", "to"),
          ImportKind.DAYS, List.of("date", "from", "monitored_h", "running_h"),
          ImportKind.HOURS, List.of("date", "from", "monitored_h", "running_h"));

  private final Map<String, String> columns = new HashMap<>();

  /**
   * Finds the columns.
   *
   * @param given {@code information:column} pairs separated by commas, possibly empty
   * @param refusals takes what is missing
   */
  ImportColumns(ImportKind kind, List<String> present, String given, List<Refusal> refusals) {
    NAMES.forEach((information, names) ->
        names.stream()
            .filter(present::contains)
            .findFirst()
            .ifPresent(column -> columns.put(information, column)));
    for (String pair : given.isBlank() ? new String[0] : given.split(",", -1)) {
      say(pair, present, refusals);
    }
    for (String information : REQUIRED.getOrDefault(kind, List.of())) {
      if (!columns.containsKey(information)) {
        refusals.add(
            new Refusal(
                "IMPORT-COLUMN",
                "line 1",
                "No column gives \"%s\"; there are %s.".formatted(information, present),
                "name it with map=%s:column.".formatted(information)));
      }
    }
  }

  private void say(String pair, List<String> present, List<Refusal> refusals) {
    int colon = pair.indexOf(':');
    String information = colon < 0 ? pair.trim() : pair.substring(0, colon).trim();
    String column = colon < 0 ? "" : pair.substring(colon + 1).trim().toLowerCase(Locale.ROOT);
    if (!NAMES.containsKey(information) || !present.contains(column)) {
      refusals.add(
          Refusal.of(
              "IMPORT-MAP", "map", "\"%s\" names no information and column.".formatted(pair)));
    } else {
      columns.put(information, column);
    }
  }

  /** The column that holds a piece of information; the information's own name when none does. */
  String of(String information) {
    return columns.getOrDefault(information, information);
  }

  /** For the report: {@code information: column}, sorted. */
  List<String> found() {
    List<String> found = new ArrayList<>();
    columns.forEach((information, column) -> found.add(information + ": " + column));
    found.sort(null);
    return found;
  }
}
