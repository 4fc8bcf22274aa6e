// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;

/**
 * A property that every work unit of a class has, and the metric of its device that fills it.
 *
 * @param property its name, unique in the class
 * @param metric name of the metric at the device
 * @param unit UCUM code or what is counted, empty when there is none
 * @param scale the metric is multiplied by this; 1 leaves it
 * @param wrapsAt a counter starts again at 0 after this value; null when it does not wrap
 */
public record TemplateProperty(
    String property,
    PropertyRole role,
    String metric,
    Name name,
    String unit,
    double scale,
    @Nullable Long wrapsAt) {}
