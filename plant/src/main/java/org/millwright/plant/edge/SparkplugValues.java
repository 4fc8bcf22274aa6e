// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.millwright.plant.line.Drive;
import org.millwright.plant.line.Table;
import org.millwright.sparkplug.DataSet;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.Metric;
import org.millwright.sparkplug.Template;
import org.millwright.sparkplug.Value;

/** Measured values as Sparkplug values of the type a metric declares. */
final class SparkplugValues {

  /** The name of the template a {@link Drive} is an instance of. */
  static final String DRIVE = "Drive";

  private SparkplugValues() {}

  static Value of(DataType type, Object value, long time) {
    return switch (value) {
      case Double number when type.isReal() -> new Value.Real(type, number);
      case Double number -> new Value.Whole(type, Math.round(number));
      case Long number when type.isReal() -> new Value.Real(type, number);
      case Long number -> new Value.Whole(type, number);
      case Boolean flag -> new Value.Bool(flag);
      case String text -> new Value.Text(type, text);
      case UUID id -> new Value.Text(type, id.toString());
      case Instant instant -> new Value.Time(instant.toEpochMilli());
      case byte[] bytes -> new Value.Binary(type, bytes);
      case double[] numbers -> new Value.RealArray(type, numbers);
      case long[] numbers -> new Value.WholeArray(type, numbers);
      case boolean[] flags -> new Value.BoolArray(flags);
      case String[] texts -> new Value.TextArray(List.of(texts));
      case Table table -> dataSet(table);
      case Drive drive -> instance(drive, time);
      default -> throw new IllegalArgumentException(type.label() + " of " + value.getClass());
    };
  }

  private static DataSet dataSet(Table table) {
    List<DataSet.Column> columns = new ArrayList<>();
    for (String column : table.columns()) {
      columns.add(new DataSet.Column(column, DataType.DOUBLE));
    }
    List<List<Value>> rows = new ArrayList<>();
    for (List<Double> row : table.rows()) {
      List<Value> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(new Value.Real(DataType.DOUBLE, cell)));
      rows.add(cells);
    }
    return new DataSet(columns, rows);
  }

  /** What a drive is made of, for the node's birth (Sparkplug 3.0, 6.4.13). */
  static Template driveDefinition(long time) {
    return new Template(
        "1.0",
        null,
        true,
        List.of(
            new Template.Parameter("Manufacturer", new Value.Text(DataType.STRING, "Millwright"))),
        members(new Drive(0, 0, 0, false), time));
  }

  private static Template instance(Drive drive, long time) {
    return new Template("1.0", DRIVE, false, List.of(), members(drive, time));
  }

  private static List<Metric> members(Drive drive, long time) {
    return List.of(
        Metric.of("Current", time, new Value.Real(DataType.FLOAT, drive.current())),
        Metric.of("Temperature", time, new Value.Real(DataType.FLOAT, drive.temperature())),
        Metric.of("Frequency", time, new Value.Real(DataType.FLOAT, drive.frequency())),
        Metric.of("Enabled", time, new Value.Bool(drive.enabled())));
  }
}
