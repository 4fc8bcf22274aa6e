// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.format;

import java.util.HashMap;
import java.util.Map;

/** Indices by name, for one kind of thing. */
final class Index {

  private final String kind;
  private final Map<String, Integer> byName = new HashMap<>();

  Index(String kind) {
    this.kind = kind;
  }

  /** Notes the next name; a second use of the same is a fault. */
  void add(Cursor at, String name) {
    if (byName.putIfAbsent(name, byName.size()) != null) {
      at.fault("SCHEDULE-DUPLICATE", "id", "There are two " + kind + "s " + name + ".");
      byName.put(name + "\u0000" + byName.size(), byName.size());
    }
  }

  /** The index of a name, adding it if it is new. */
  int intern(String name) {
    Integer index = byName.putIfAbsent(name, byName.size());
    return index == null ? byName.size() - 1 : index;
  }

  /** The index of the name a property holds; a fault and 0 if there is none of that name. */
  int find(Cursor at, String property) {
    String name = at.text(property);
    Integer index = byName.get(name);
    if (index == null && !name.isEmpty()) {
      at.fault("SCHEDULE-UNKNOWN", property, "There is no " + kind + " " + name + ".");
    }
    return index == null ? 0 : index;
  }
}
