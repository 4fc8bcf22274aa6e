// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.TagAddress;

/**
 * One sample of a plain MQTT message.
 *
 * @param address where it belongs
 * @param time when it was measured, epoch milliseconds; the message's arrival when it does not say
 * @param value the number, true as 1, NaN when it is a text
 * @param text the text, or JSON of an array or object; null when it is a number
 * @param unit engineering unit by the rule, empty when it names none
 * @param quality quality by the rule
 */
public record MappedSample(
    TagAddress address,
    long time,
    double value,
    @Nullable String text,
    String unit,
    Quality quality) {}
