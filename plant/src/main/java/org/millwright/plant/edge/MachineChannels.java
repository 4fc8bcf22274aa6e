// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import java.util.ArrayList;
import java.util.List;
import org.millwright.plant.archetype.MetricSpec;
import org.millwright.plant.line.Line;
import org.millwright.plant.line.Machine;
import org.millwright.plant.line.ProcessValues;
import org.millwright.plant.line.Tally;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.EdgeNode;
import org.millwright.sparkplug.PropertySet;
import org.millwright.sparkplug.Value;

/** One machine as a device: reads its state into the edge node's tags. */
final class MachineChannels {

  private record Channel(MetricSpec spec, DataType type, int tag) {}

  private final Line line;
  private final int index;
  private final EdgeNode edge;
  private final List<Channel> channels = new ArrayList<>();
  private final ProcessValues values = new ProcessValues();

  MachineChannels(Line line, int index, EdgeNode edge) {
    this.line = line;
    this.index = index;
    this.edge = edge;
    Machine machine = machine();
    int device = edge.device(machine.spec().id());
    for (MetricSpec spec : machine.spec().metrics()) {
      DataType type = DataType.ofLabel(spec.type());
      PropertySet properties =
          spec.role().equals("product")
              ? MetricProperties.products(spec, line.archetype().products(), machine.spec())
              : MetricProperties.of(spec);
      channels.add(new Channel(spec, type, edge.tag(device, spec.name(), type, properties)));
    }
  }

  private Machine machine() {
    return line.machines().get(index);
  }

  /**
   * Reads what is due.
   *
   * @param beat seconds since the beginning; a channel is due when its period divides them
   * @param time milliseconds since the epoch
   */
  void sample(long beat, long time) {
    line.measure(index, values);
    for (Channel channel : channels) {
      if (beat % channel.spec.period() == 0) {
        read(channel, time);
      }
    }
  }

  private void read(Channel channel, long time) {
    Machine machine = machine();
    Tally tally = machine.tally();
    switch (channel.spec.role()) {
      case "state" -> edge.setWhole(channel.tag, machine.state().code(), time);
      case "mode" -> edge.setWhole(channel.tag, machine.manual() ? 3 : 1, time);
      case "reason" -> edge.setWhole(channel.tag, machine.reason(), time);
      case "speed" -> real(channel, machine.speed(), time);
      case "setpoint" -> real(channel, machine.speedControl().setpoint(), time);
      case "total" ->
          count(
              channel,
              tally.good() + tally.reject(),
              tally.goodThisShift() + tally.rejectThisShift(),
              time);
      case "good" -> count(channel, tally.good(), tally.goodThisShift(), time);
      case "reject" -> count(channel, tally.reject(), tally.rejectThisShift(), time);
      case "product" -> text(channel, machine.product().code(), time);
      case "buffer" ->
          edge.setWhole(channel.tag, machine.buffer() == null ? 0 : machine.buffer().level(), time);
      case "buffer-capacity" ->
          edge.setWhole(
              channel.tag, machine.buffer() == null ? 0 : machine.buffer().capacity(), time);
      case "electricity" -> real(channel, tally.electricityKwh(), time);
      case "power" -> real(channel, tally.powerKw(), time);
      case "gas" -> real(channel, tally.gasCubicMetres(), time);
      case "steam" -> real(channel, tally.steamKilograms(), time);
      default -> process(channel, time);
    }
  }

  /** Three decimals: what such instruments show, and what compresses. */
  private void real(Channel channel, double value, long time) {
    edge.setReal(channel.tag, Math.round(value * 1000) / 1000.0, time);
  }

  private void text(Channel channel, String value, long time) {
    edge.set(channel.tag, new Value.Text(channel.type, value), time);
  }

  private void count(Channel channel, long sinceBeginning, long thisShift, long time) {
    long value = channel.spec.resetsAtShift() ? thisShift : sinceBeginning;
    Long wraps = channel.spec.wraps();
    edge.setWhole(channel.tag, wraps == null ? value : value % wraps, time);
  }

  private void process(Channel channel, long time) {
    Object value =
        values
            .get(channel.spec.name())
            .orElseThrow(() ->
                new IllegalStateException(
                    machine().spec().id() + " does not measure " + channel.spec.name()));
    switch (value) {
      case Double number when channel.type == DataType.FLOAT ->
          edge.setReal(channel.tag, Math.round(number * 100) / 100.0f, time);
      case Double number when channel.type == DataType.DOUBLE ->
          edge.setReal(channel.tag, Math.round(number * 10_000) / 10_000.0, time);
      default -> edge.set(channel.tag, SparkplugValues.of(channel.type, value, time), time);
    }
  }
}
