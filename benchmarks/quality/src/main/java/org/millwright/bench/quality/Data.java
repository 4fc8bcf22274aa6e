// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.quality;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.millwright.quality.Outcome;
import org.millwright.quality.table.Table;
import org.millwright.quality.table.TableReader;

/** Reads the measured series. */
final class Data {

  private Data() {}

  /** A result that must be there: a refusal here is a bug of the benchmark. */
  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(T value) -> value;
      case Outcome.Refused<T>(var refusal) -> throw new IllegalStateException(refusal.toString());
    };
  }

  static Table table(Path file) {
    return done(TableReader.read(file));
  }

  /** Chosen columns (from 0), a row a sample. */
  static double[][] matrix(Path file, List<Integer> columns) {
    Table table = table(file);
    return IntStream.range(0, table.rows().size())
        .mapToObj(r -> columns.stream().mapToDouble(c -> done(table.value(r, c, false))).toArray())
        .toArray(double[][]::new);
  }
}
