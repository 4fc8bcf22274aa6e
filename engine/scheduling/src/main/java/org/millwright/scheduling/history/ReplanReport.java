// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The report on a plan beside what happened, as a page that needs nothing else or as Markdown. */
public final class ReplanReport {

  private final EventLog log;
  private final LogShop shop;
  private final Comparison comparison;
  private final ReplanWords words;

  /**
   * A report.
   *
   * @param chinese whether it is in Chinese (zh-CN), otherwise in English
   */
  public ReplanReport(EventLog log, LogShop shop, Comparison comparison, boolean chinese) {
    this.log = log;
    this.shop = shop;
    this.comparison = comparison;
    this.words = chinese ? ReplanWords.CHINESE : ReplanWords.ENGLISH;
  }

  /** The picture as an SVG. */
  public String picture() {
    return ReplanPicture.svg(comparison, words);
  }

  /** The whole report as one HTML page with the picture in it. */
  public String html() {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"").append(words.language()).append("\">\n");
    page.append("<meta charset=\"utf-8\"><meta name=\"color-scheme\" content=\"light dark\">\n");
    page.append("<title>").append(words.title()).append("</title>\n<style>");
    page.append("body{font:15px/1.5 system-ui,sans-serif;max-width:1000px;margin:2em auto;");
    page.append("padding:0 1em}table{border-collapse:collapse;margin:1em 0}");
    page.append("td,th{padding:.2em .8em .2em 0;text-align:left;vertical-align:top}");
    page.append("tr+tr td{border-top:1px solid #8884}svg{width:100%;height:auto}</style>\n");
    page.append("<h1>").append(words.title()).append("</h1>\n");
    htmlTable(page, List.of(), figures());
    page.append(picture());
    page.append("<h2>").append(words.unknownTitle()).append("</h2>\n<ul>\n");
    words.unknown().forEach(text -> page.append("<li>").append(text).append("</li>\n"));
    page.append("</ul>\n<h2>").append(words.activities()).append("</h2>\n");
    htmlTable(page, words.activityColumns(), activities());
    page.append("<h2>").append(words.faults()).append(" (").append(log.faults().size());
    page.append(")</h2>\n");
    htmlTable(page, words.faultColumns(), faults());
    return page.append("</html>\n").toString();
  }

  /**
   * The report as Markdown.
   *
   * @param pictureFile what the picture is linked as
   */
  public String markdown(String pictureFile) {
    StringBuilder page = new StringBuilder("# " + words.title() + "\n\n");
    markdownTable(page, List.of("", ""), figures());
    page.append("![").append(words.title()).append("](").append(pictureFile).append(")\n\n## ");
    page.append(words.unknownTitle()).append("\n\n");
    words.unknown().forEach(text -> page.append("* ").append(text).append('\n'));
    page.append("\n## ").append(words.activities()).append("\n\n");
    markdownTable(page, words.activityColumns(), activities());
    page.append("## ").append(words.faults()).append(" (").append(log.faults().size());
    page.append(")\n\n");
    markdownTable(page, words.faultColumns(), faults());
    return page.toString();
  }

  private List<List<String>> figures() {
    List<String> values =
        List.of(
            Integer.toString(log.rowCount()),
            Integer.toString(log.rows().size()),
            Integer.toString(shop.problem().jobs().size()),
            Integer.toString(shop.problem().operationCount()),
            String.format(Locale.ROOT, "%.1f", comparison.actualFlowHours()),
            String.format(Locale.ROOT, "%.1f", comparison.plannedFlowHours()),
            comparison.noLater() + " / " + comparison.orders().size(),
            time(comparison.actualEnd()),
            time(comparison.plannedEnd()),
            Integer.toString(comparison.unplannedSteps()));
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      rows.add(List.of(words.figures().get(i), values.get(i)));
    }
    return rows;
  }

  private List<List<String>> activities() {
    return shop.routings().activities().stream()
        .map(activity ->
            List.of(
                activity.name(),
                Integer.toString(activity.steps()),
                String.join(", ", activity.resources()),
                Integer.toString(activity.medianMinutes()),
                Integer.toString(activity.upperMinutes())))
        .toList();
  }

  private List<List<String>> faults() {
    return log.faults().stream()
        .map(fault ->
            List.of(
                Integer.toString(fault.line()),
                fault.kind().name(),
                fault.kind().leftOut() ? words.leftOut() : words.used(),
                fault.message()))
        .toList();
  }

  private String time(int tick) {
    Instant instant = shop.problem().scale().instant(tick);
    return instant.toString().substring(0, 16).replace('T', ' ');
  }

  private static void htmlTable(StringBuilder page, List<String> head, List<List<String>> rows) {
    page.append("<table>\n");
    if (!head.isEmpty()) {
      page.append("<tr>");
      head.forEach(cell -> page.append("<th>").append(escape(cell)).append("</th>"));
      page.append("</tr>\n");
    }
    for (List<String> row : rows) {
      page.append("<tr>");
      row.forEach(cell -> page.append("<td>").append(escape(cell)).append("</td>"));
      page.append("</tr>\n");
    }
    page.append("</table>\n");
  }

  private static void markdownTable(
      StringBuilder page, List<String> head, List<List<String>> rows) {
    page.append("| ").append(String.join(" | ", head)).append(" |\n|");
    page.append("---|".repeat(head.size())).append('\n');
    for (List<String> row : rows) {
      List<String> cells = row.stream().map(cell -> cell.replace("|", "\\|")).toList();
      page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
    page.append('\n');
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
