// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.millwright.model.Name;
import org.millwright.server.csv.CsvReader;
import org.millwright.server.csv.CsvReading;

/** What people call the metrics of the virtual plant, in both languages. */
final class DemoMetricNames {

  private static final String FILE = "metric-names.csv";

  private final Map<String, Name> names = new HashMap<>();

  DemoMetricNames() {
    try (InputStream file = DemoMetricNames.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is not in the program.");
      }
      switch (CsvReader.read(file.readAllBytes(), Set.of("metric", "en", "zh"))) {
        case CsvReading.Read read ->
            read.table()
                .rows()
                .forEach(
                    row -> names.put(row.text("metric"), Name.of(row.text("en"), row.text("zh"))));
        case CsvReading.Refused refused ->
            throw new IllegalStateException(FILE + ": " + refused.refusals());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The name of a metric; its own when nobody gave it another. */
  Name of(String metric) {
    return names.getOrDefault(metric, Name.of(metric));
  }
}
