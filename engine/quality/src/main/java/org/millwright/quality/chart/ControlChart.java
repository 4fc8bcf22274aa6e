// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished control chart.
 *
 * @param chart the kind's key
 * @param title its heading
 * @param source the text the kind's definition follows
 * @param points how many points
 * @param observations how many values they hold
 * @param subgroupSize the size of every subgroup, null when sizes differ
 * @param sigmas the distance of the limits in standard deviations
 * @param center the first panel's centre line; not a number when it varies by point
 * @param sigma the process standard deviation the limits rest on
 * @param sigmaDefinition whose definition σ follows
 * @param lcl the first panel's lower limit; not a number when it varies
 * @param ucl the first panel's upper limit; not a number when it varies
 * @param limits each panel's centre and limits by its key
 * @param inControl whether no rule has found anything
 * @param rules the rules watched for
 * @param figures every other number a textbook prints
 * @param constants the chart constants used
 * @param stages the same, stage by stage, when there are several
 * @param panels the plotted statistics
 * @param violations what the rules found
 * @param excluded points left out of the estimates, and why
 * @param columns further values a point
 */
public record ControlChart(
    String chart,
    String title,
    String source,
    int points,
    int observations,
    @Nullable Integer subgroupSize,
    double sigmas,
    double center,
    double sigma,
    String sigmaDefinition,
    double lcl,
    double ucl,
    Map<String, Lines> limits,
    boolean inControl,
    RulesUsed rules,
    Map<String, Double> figures,
    Map<String, Double> constants,
    List<StageResult> stages,
    List<Panel> panels,
    List<Violation> violations,
    List<Exclusion> excluded,
    Map<String, List<Double>> columns) {

  /** A panel's lines; not a number where they vary by point. */
  public record Lines(double center, double lcl, double ucl) {}

  /** The rules' name, whose they are, and each in words by its number. */
  public record RulesUsed(String name, String source, Map<Integer, String> text) {}

  /** One stage's estimates. */
  public record StageResult(
      String stage,
      int from,
      int to,
      double center,
      double sigma,
      double lcl,
      double ucl,
      Map<String, Double> figures) {}

  /**
   * One plotted statistic.
   *
   * @param name its key
   * @param title its heading
   * @param center the centre line; not a number when it varies by point
   * @param lcl the lower limit; not a number when it varies
   * @param ucl the upper limit; not a number when it varies
   * @param points the points
   */
  public record Panel(
      String name, String title, double center, double lcl, double ucl, List<Point> points) {}

  /**
   * One point.
   *
   * @param point its number from 1
   * @param label what it is called
   * @param stage its stage
   * @param phase I when the limits are estimated from it, else II
   * @param value the statistic; not a number where there is none yet
   * @param center the centre line here
   * @param sigma the statistic's standard deviation here
   * @param lcl the lower limit here
   * @param ucl the upper limit here
   * @param rules the numbers of the rules complete at this point
   */
  public record Point(
      int point,
      String label,
      String stage,
      String phase,
      double value,
      double center,
      double sigma,
      double lcl,
      double ucl,
      List<Integer> rules) {}

  /**
   * A pattern a rule has found.
   *
   * @param panel the panel's key
   * @param rule the rule's number
   * @param text the rule in words
   * @param points the numbers of all points that make the pattern
   * @param labels what they are called
   * @param signals the points at which the pattern was complete
   */
  public record Violation(
      String panel,
      int rule,
      String text,
      List<Integer> points,
      List<String> labels,
      List<Integer> signals) {}

  /** A point left out of the estimates, and why. */
  public record Exclusion(int point, String label, String reason) {}

  /** A panel by its key. */
  public Panel panel(String name) {
    return panels.stream()
        .filter(panel -> panel.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no panel " + name));
  }
}
