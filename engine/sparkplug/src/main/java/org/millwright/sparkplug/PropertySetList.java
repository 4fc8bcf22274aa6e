// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.List;

/** Several property sets as one property (Sparkplug 3.0, 6.4.9). */
public record PropertySetList(List<PropertySet> sets) implements Value {

  public PropertySetList {
    sets = List.copyOf(sets);
  }

  @Override
  public DataType type() {
    return DataType.PROPERTY_SET_LIST;
  }
}
