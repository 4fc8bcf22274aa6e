// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.csv;

import java.util.List;
import org.millwright.model.Refusal;

/** What came of reading a file as a table. */
public sealed interface CsvReading {

  /** The file is a table with at least the columns asked for. */
  record Read(CsvTable table) implements CsvReading {}

  /** It is not; each reason names its place. */
  record Refused(List<Refusal> refusals) implements CsvReading {

    public Refused {
      refusals = List.copyOf(refusals);
    }
  }
}
