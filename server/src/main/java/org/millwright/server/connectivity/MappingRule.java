// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.util.Objects;

/**
 * How a plain MQTT message becomes samples. {@code {name}} in node, device and metric stands for
 * the level of the topic so named, {@code {key}} in the metric for the member when the pointer
 * gives an object.
 *
 * @param id 0: not stored yet
 * @param position rules are tried in this order; the first whose topic matches takes the message
 * @param source the connection it comes through; empty: any
 * @param topic topic filter with {@code +}, {@code #} and named levels
 * @param edgeNode the sender's name in the register
 * @param device empty: none
 * @param metric name of the metric
 * @param pointer JSON pointer (RFC 6901) to the value; empty: the whole payload. When it is an
 *     object, each of its members that is a number, Boolean or text is a metric
 * @param timePointer JSON pointer to the time; empty: the message's arrival
 * @param timeFormat {@code ISO}, {@code MILLIS}, {@code SECONDS}, or a pattern of DateTimeFormatter
 *     read as UTC
 * @param unit engineering unit, empty: none
 */
record MappingRule(
    long id,
    int position,
    String source,
    String topic,
    String edgeNode,
    String device,
    String metric,
    String pointer,
    String timePointer,
    String timeFormat,
    String unit,
    boolean enabled) {

  /** What a request leaves out is empty. */
  MappingRule {
    source = Objects.requireNonNullElse(source, "");
    topic = Objects.requireNonNullElse(topic, "");
    edgeNode = Objects.requireNonNullElse(edgeNode, "");
    device = Objects.requireNonNullElse(device, "");
    metric = Objects.requireNonNullElse(metric, "");
    pointer = Objects.requireNonNullElse(pointer, "");
    timePointer = Objects.requireNonNullElse(timePointer, "");
    timeFormat = Objects.requireNonNullElse(timeFormat, "");
    unit = Objects.requireNonNullElse(unit, "");
  }
}
