// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.load;

import org.millwright.sparkplug.DataType;

/**
 * The kinds of metric a load device has: what performance is reckoned from comes first, so that the
 * receiver's states and KPIs work too, then process values.
 */
enum LoadMetric {
  /** PackML state, mostly Execute. */
  STATE(DataType.INT32),
  /** A counter. */
  COUNT(DataType.UINT64),
  /** A process value. */
  REAL(DataType.DOUBLE);

  private static final String[] FIRST = {
    "State/StateCurrent", "Counts/Total", "Counts/Good", "Counts/Reject", "Status/MachineSpeed"
  };

  private final DataType type;

  LoadMetric(DataType type) {
    this.type = type;
  }

  /** The kind of the metric at that index of a device. */
  static LoadMetric of(int index) {
    return switch (index) {
      case 0 -> STATE;
      case 1, 2, 3 -> COUNT;
      default -> REAL;
    };
  }

  /** The name of the metric at that index of a device. */
  static String name(int index) {
    return index < FIRST.length ? FIRST[index] : "Process/V%05d".formatted(index);
  }

  DataType type() {
    return type;
  }
}
