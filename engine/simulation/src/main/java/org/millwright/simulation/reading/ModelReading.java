// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.List;
import org.millwright.model.Refusal;
import org.millwright.simulation.model.LineModel;

/** What came of reading a model. */
public sealed interface ModelReading {

  /** The model can be run. */
  record Accepted(LineModel model) implements ModelReading {}

  /** The model has faults, each named by its JSON pointer. */
  record Refused(List<Refusal> faults) implements ModelReading {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
