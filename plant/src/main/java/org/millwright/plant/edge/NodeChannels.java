// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.millwright.plant.archetype.Archetype;
import org.millwright.plant.archetype.MachineSpec;
import org.millwright.plant.archetype.MetricSpec;
import org.millwright.plant.archetype.ProductSpec;
import org.millwright.plant.line.Line;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.EdgeNode;
import org.millwright.sparkplug.Value;

/** The line as a whole: the edge node's own metrics. */
final class NodeChannels {

  private record Channel(MetricSpec spec, DataType type, int tag) {}

  private final Line line;
  private final EdgeNode edge;
  private final String name;
  private final Instant started;
  private final List<Channel> channels = new ArrayList<>();

  NodeChannels(Line line, String name, EdgeNode edge, List<MetricSpec> specs) {
    this.line = line;
    this.edge = edge;
    this.name = name;
    started = line.now();
    for (MetricSpec spec : specs) {
      if (!spec.role().equals("control")) { // the edge node brings Node Control/Rebirth itself
        DataType type = DataType.ofLabel(spec.type());
        int tag = edge.tag(0, spec.name(), type, MetricProperties.of(spec));
        channels.add(new Channel(spec, type, tag));
      }
    }
  }

  void sample(long time) {
    for (Channel channel : channels) {
      edge.set(channel.tag, value(channel, time), time);
    }
  }

  private Value value(Channel channel, long time) {
    Instant now = line.now();
    Instant shift = line.shifts().begin(now);
    Archetype archetype = line.archetype();
    return switch (channel.spec.name()) {
      case "Properties/Vendor" -> of(channel, "Millwright virtual plant", time);
      case "Properties/Firmware" -> of(channel, "1.0", time);
      case "Properties/Serial" ->
          of(channel, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), time);
      case "Properties/Started" -> of(channel, started, time);
      case "Documentation/Notes" ->
          of(channel, archetype.nameZh() + " / " + archetype.name(), time);
      case "Documentation/Drawing" -> of(channel, drawing(archetype), time);
      case "Line/ProductCode" -> of(channel, line.product().code(), time);
      case "Line/ProductCodes" -> of(channel, codes(archetype), time);
      case "Line/ShiftStarts" ->
          of(
              channel,
              new long[] {shift.toEpochMilli(), line.shifts().next(now).toEpochMilli()},
              time);
      case "Line/ShiftNumber" -> of(channel, (long) line.shifts().number(now), time);
      case "Line/OrderQuantity" -> of(channel, line.orderUnits(), time);
      case "_types_/Drive" -> SparkplugValues.driveDefinition(started.toEpochMilli());
      default -> throw new IllegalStateException("no edge node measures " + channel.spec.name());
    };
  }

  private static Value of(Channel channel, Object value, long time) {
    return SparkplugValues.of(channel.type, value, time);
  }

  private static String[] codes(Archetype archetype) {
    return archetype.products().stream().map(ProductSpec::code).toArray(String[]::new);
  }

  /** The line as an SVG drawing: a box a machine. */
  private static byte[] drawing(Archetype archetype) {
    StringBuilder svg = new StringBuilder();
    int x = 10;
    for (MachineSpec machine : archetype.machines()) {
      svg.append(
              "<rect x='%d' y='10' width='110' height='40' fill='none' stroke='#555'/>"
                  .formatted(x))
          .append("<text x='%d' y='35' font-size='11'>%s</text>".formatted(x + 6, machine.id()));
      x += 130;
    }
    return "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='60'>%s</svg>"
        .formatted(x, svg)
        .getBytes(StandardCharsets.UTF_8);
  }
}
