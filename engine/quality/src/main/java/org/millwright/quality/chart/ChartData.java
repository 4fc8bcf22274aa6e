// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * What a chart is drawn of, a row a plotted point.
 *
 * @param rows measurements: the values of each subgroup; attributes: count and size; rare events:
 *     one value
 * @param labels what each point is called
 * @param stages the stage of each point; limits are estimated stage by stage
 * @param parts the part each point is of, for short-run charts
 * @param nominals each point's nominal value, for DNOM; empty when the parts' means serve
 */
public record ChartData(
    List<double[]> rows,
    List<String> labels,
    List<String> stages,
    List<String> parts,
    List<Double> nominals) {

  public ChartData {
    rows = List.copyOf(rows);
    labels = List.copyOf(labels);
    stages = List.copyOf(stages);
    parts = List.copyOf(parts);
    nominals = List.copyOf(nominals);
  }

  /** Rows numbered from 1, one stage, one part. */
  public static ChartData of(List<double[]> rows) {
    List<String> labels = new ArrayList<>();
    List<String> blanks = new ArrayList<>();
    for (int i = 1; i <= rows.size(); i++) {
      labels.add(Integer.toString(i));
      blanks.add("");
    }
    return new ChartData(rows, labels, blanks, blanks, List.of());
  }

  /** Single values. */
  public static ChartData individuals(double... values) {
    List<double[]> rows = new ArrayList<>();
    for (double value : values) {
      rows.add(new double[] {value});
    }
    return of(rows);
  }

  /** Counts, each of its size. */
  public static ChartData counts(double[] counts, double[] sizes) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      rows.add(new double[] {counts[i], sizes[i]});
    }
    return of(rows);
  }

  /** How many points. */
  public int size() {
    return rows.size();
  }

  /** Whether every row has as many values as the first. */
  public boolean isEven() {
    return rows.stream().allMatch(row -> row.length == rows.getFirst().length);
  }

  /** The same with other rows, everything else kept. */
  public ChartData withRows(List<double[]> others) {
    return new ChartData(others, labels, stages, parts, nominals);
  }
}
