// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.plant.archetype.MachineSpec;
import org.millwright.plant.archetype.MetricSpec;
import org.millwright.plant.archetype.ProductSpec;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.PropertySet;
import org.millwright.sparkplug.PropertySet.Property;
import org.millwright.sparkplug.PropertySetList;
import org.millwright.sparkplug.Value;

/** What births say about a metric beside its value: unit, range, and the products behind a code. */
final class MetricProperties {

  private MetricProperties() {}

  static @Nullable PropertySet of(MetricSpec metric) {
    List<Property> properties = plain(metric);
    return properties.isEmpty() ? null : new PropertySet(properties);
  }

  /** For a machine's product code: every product with the machine's ideal rate for it. */
  static PropertySet products(MetricSpec metric, List<ProductSpec> products, MachineSpec machine) {
    List<PropertySet> sets = new ArrayList<>();
    for (ProductSpec product : products) {
      double rate = machine.physics().ratePerMinute() * product.rateShare();
      sets.add(
          new PropertySet(
              List.of(
                  text("code", product.code()),
                  text("name", product.name()),
                  text("nameZh", product.nameZh()),
                  number("idealRatePerMinute", rate))));
    }
    List<Property> properties = plain(metric);
    properties.add(new Property("products", new PropertySetList(sets)));
    return new PropertySet(properties);
  }

  private static List<Property> plain(MetricSpec metric) {
    List<Property> properties = new ArrayList<>();
    if (!metric.unit().isEmpty()) {
      properties.add(text("engUnit", metric.unit()));
    }
    if (metric.low() != null && metric.high() != null) {
      properties.add(number("engLow", metric.low()));
      properties.add(number("engHigh", metric.high()));
    }
    if (metric.isWritable()) {
      properties.add(new Property("writable", new Value.Bool(true)));
    }
    return properties;
  }

  private static Property text(String key, String value) {
    return new Property(key, new Value.Text(DataType.STRING, value));
  }

  private static Property number(String key, double value) {
    return new Property(key, new Value.Real(DataType.DOUBLE, value));
  }
}
