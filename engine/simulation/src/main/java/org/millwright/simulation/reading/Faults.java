// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.reading;

import java.util.ArrayList;
import java.util.List;
import org.millwright.model.Refusal;

/** Collects the faults of one input. */
final class Faults {

  /** Faults after which the rest is not worth reading. */
  private static final int MOST = 200;

  private final List<Refusal> list = new ArrayList<>();
  private int count;

  void add(String code, String pointer, String message) {
    add(code, pointer, message, "");
  }

  void add(String code, String pointer, String message, String maybe) {
    count++;
    if (list.size() < MOST) {
      list.add(new Refusal(code, pointer, message, maybe));
    }
  }

  /** Faults found so far, those beyond the longest list included. */
  int count() {
    return count;
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  List<Refusal> list() {
    return List.copyOf(list);
  }
}
