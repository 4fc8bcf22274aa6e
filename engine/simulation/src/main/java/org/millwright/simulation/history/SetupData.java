// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millwright.simulation.model.LineState;

/** The lengths of changeovers, by the products before and after; empty names where not recorded. */
record SetupData(Map<Change, List<Double>> lengths) {

  /** A change from one product to another. */
  record Change(String from, String to) {}

  static SetupData of(List<StateInterval> intervals) {
    Map<Change, List<Double>> lengths = new LinkedHashMap<>();
    String before = "";
    double setup = 0;
    for (StateInterval interval : intervals) {
      if (interval.state() == LineState.SETUP) {
        setup += interval.duration();
      } else if (interval.state() == LineState.RUNNING) {
        if (setup > 0) {
          Change change = new Change(before, interval.product());
          lengths.computeIfAbsent(change, key -> new ArrayList<>()).add(setup);
        }
        setup = 0;
        before = interval.product();
      }
    }
    return new SetupData(lengths);
  }

  /** All lengths, whatever the products. */
  LifeData all() {
    return LifeData.complete(lengths.values().stream().flatMap(List::stream).toList());
  }
}
