// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.millwright.quality.Outcome;
import org.millwright.quality.chart.ChartData;
import org.millwright.quality.multivariate.VectorData;
import org.millwright.quality.table.Table;
import picocli.CommandLine.Option;

/** How rows become subgroups. */
final class SubgroupOptions {

  @Option(
      names = {"--value", "--values", "--column", "--count", "--defectives", "--defects"},
      paramLabel = "COL[,COL…]",
      description = "The measured column; several make each row a subgroup. Names, numbers, a-b.")
  @Nullable String value;

  @Option(
      names = {"--subgroup", "--subgroups", "--subgroup-size"},
      paramLabel = "COL|N",
      description = "The column that names the subgroup, or so many rows each (col:3 is a column).")
  @Nullable String subgroup;

  @Option(
      names = {"--size", "--sizes", "--n", "--sample-size"},
      paramLabel = "COL|N",
      description = "Counts: the column of sample sizes, or one size for all.")
  @Nullable String size;

  @Option(names = "--stage", paramLabel = "COL", description = "Limits of their own per stage.")
  @Nullable String stage;

  @Option(names = "--part", paramLabel = "COL", description = "Short runs: the part.")
  @Nullable String part;

  @Option(names = "--nominal", paramLabel = "COL", description = "Short runs: the nominal value.")
  @Nullable String nominal;

  @Option(names = "--label", paramLabel = "COL", description = "What a point is called.")
  @Nullable String label;

  /** The columns that are not measurements, −1 for none. */
  private record Roles(int subgroup, int size, int stage, int part, int nominal, int label) {

    Set<Integer> taken() {
      return new HashSet<>(List.of(subgroup, size, stage, part, nominal, label));
    }
  }

  /** Measurements in subgroups. */
  Outcome<ChartData> measurements(Table table, boolean omit) {
    return roles(table)
        .then(roles ->
            TableOptions.values(table, value, roles.taken())
                .then(columns ->
                    columns.size() > 1
                        ? wide(table, columns, roles, omit)
                        : tall(table, columns.getFirst(), roles, omit)));
  }

  /** Vectors of several columns, a row each, in subgroups where asked for. */
  Outcome<VectorData> vectors(Table table, boolean omit) {
    return roles(table)
        .then(roles ->
            TableOptions.values(table, value, roles.taken())
                .then(columns -> vectors(table, columns, roles, omit)));
  }

  private Outcome<VectorData> vectors(
      Table table, List<Integer> columns, Roles roles, boolean omit) {
    return wide(table, columns, new Roles(-1, -1, -1, -1, -1, -1), omit)
        .then(data -> {
          List<String> labels = new ArrayList<>();
          List<List<double[]>> groups = new ArrayList<>();
          groups(table, roles.subgroup())
              .forEach((key, rows) -> {
                List<double[]> vectors =
                    rows.stream()
                        .map(data.rows()::get)
                        .filter(v -> v.length == columns.size())
                        .toList();
                if (!vectors.isEmpty()) {
                  labels.add(key);
                  groups.add(vectors);
                }
              });
          List<String> names = columns.stream().map(table.header()::get).toList();
          return groups.isEmpty()
              ? Outcome.refuse("QUALITY-TABLE-EMPTY", table.name(), "no row is whole.", "")
              : Outcome.of(new VectorData(names, labels, groups));
        });
  }

  /** Counts with their sizes. */
  Outcome<ChartData> counts(Table table, boolean needsSize) {
    if (needsSize && sizeText() == null) {
      return Outcome.refuse(
          "QUALITY-SIZE-ABSENT",
          "--size",
          "the chart needs the size of each sample.",
          "--size COL or --size N");
    }
    return roles(table)
        .then(roles ->
            TableOptions.values(table, value, roles.taken())
                .then(columns -> counts(table, columns.getFirst(), roles)));
  }

  private @Nullable String sizeText() {
    return size != null ? size : subgroup;
  }

  private Outcome<ChartData> counts(Table table, int column, Roles roles) {
    return table
        .numbers(column, false)
        .then(counts ->
            sizes(table, roles, counts.length)
                .then(sizes -> named(table, ChartData.counts(counts, sizes), roles, false)));
  }

  private Outcome<double[]> sizes(Table table, Roles roles, int length) {
    int column = roles.size() >= 0 ? roles.size() : roles.subgroup();
    if (column >= 0) {
      return table.numbers(column, false);
    }
    String text = sizeText();
    double[] sizes = new double[length];
    java.util.Arrays.fill(sizes, text == null ? 1 : Double.parseDouble(text));
    return Outcome.of(sizes);
  }

  private Outcome<Roles> roles(Table table) {
    return columnOrSize(table, subgroup, "\\d{1,9}")
        .then(s ->
            columnOrSize(table, size, "\\d{1,9}(\\.\\d+)?")
                .then(n ->
                    others(table)
                        .map(o -> new Roles(s, n, o.get(0), o.get(1), o.get(2), o.get(3)))));
  }

  private Outcome<List<Integer>> others(Table table) {
    List<Integer> found = new ArrayList<>();
    for (String name : new @Nullable String[] {stage, part, nominal, label}) {
      switch (TableOptions.optional(table, name)) {
        case Outcome.Done<Integer>(Integer column) -> found.add(column);
        case Outcome.Refused<Integer>(var refusal) -> {
          return Outcome.refuse(refusal);
        }
      }
    }
    return Outcome.of(found);
  }

  /** A plain number is a size unless a column is called so. */
  private static Outcome<Integer> columnOrSize(Table table, @Nullable String text, String sizes) {
    if (text == null) {
      return Outcome.of(-1);
    }
    if (text.startsWith("col:")) {
      return table.column(text.substring(4));
    }
    boolean number = text.matches(sizes);
    boolean headed = !table.header().getFirst().equals("1");
    return number && !(headed && table.header().contains(text))
        ? Outcome.of(-1)
        : table.column(text);
  }

  private Outcome<ChartData> wide(Table table, List<Integer> columns, Roles roles, boolean omit) {
    List<double[]> rows = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      List<Double> cells = new ArrayList<>();
      for (int column : columns) {
        switch (table.value(r, column, omit)) {
          case Outcome.Done<Double>(Double cell) -> cells.add(cell);
          case Outcome.Refused<Double>(var refusal) -> {
            return Outcome.refuse(refusal);
          }
        }
      }
      rows.add(cells.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).toArray());
    }
    return named(table, ChartData.of(rows), roles, true);
  }

  private Outcome<ChartData> tall(Table table, int column, Roles roles, boolean omit) {
    return table
        .numbers(column, omit)
        .then(values -> {
          Map<String, List<Integer>> groups = groups(table, roles.subgroup());
          List<double[]> rows = new ArrayList<>();
          List<Integer> firsts = new ArrayList<>();
          for (List<Integer> group : groups.values()) {
            double[] present =
                group.stream().mapToDouble(r -> values[r]).filter(v -> !Double.isNaN(v)).toArray();
            if (present.length > 0) {
              rows.add(present);
              firsts.add(group.getFirst());
            }
          }
          return named(table, ChartData.of(rows), roles, firsts);
        });
  }

  private Map<String, List<Integer>> groups(Table table, int column) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    int each = column < 0 && subgroup != null ? Math.max(1, Integer.parseInt(subgroup)) : 1;
    for (int r = 0; r < table.rows().size(); r++) {
      String key = column < 0 ? (r / each + 1) + "" : table.cell(r, column);
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(r);
    }
    return groups;
  }

  private Outcome<ChartData> named(Table table, ChartData data, Roles roles, boolean wide) {
    List<Integer> firsts = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      firsts.add(i);
    }
    Roles used =
        wide || size != null
            ? roles
            : new Roles(-1, -1, roles.stage(), roles.part(), roles.nominal(), roles.label());
    return named(table, data, used, firsts);
  }

  private static Outcome<ChartData> named(
      Table table, ChartData data, Roles roles, List<Integer> firsts) {
    int labels = roles.label() >= 0 ? roles.label() : roles.subgroup();
    List<String> names = labels < 0 ? data.labels() : pick(table, labels, firsts);
    List<String> stages = roles.stage() < 0 ? data.stages() : pick(table, roles.stage(), firsts);
    List<String> parts = roles.part() < 0 ? data.parts() : pick(table, roles.part(), firsts);
    if (roles.nominal() < 0) {
      return Outcome.of(new ChartData(data.rows(), names, stages, parts, List.of()));
    }
    return table
        .numbers(roles.nominal(), false)
        .map(nominals ->
            new ChartData(
                data.rows(), names, stages, parts, firsts.stream().map(r -> nominals[r]).toList()));
  }

  private static List<String> pick(Table table, int column, List<Integer> rows) {
    return rows.stream().map(r -> table.cell(r, column)).toList();
  }
}
