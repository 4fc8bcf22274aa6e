// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.millwright.plant.archetype.MetricSpec;
import org.millwright.plant.line.Line;
import org.millwright.plant.line.Machine;
import org.millwright.sparkplug.EdgeCommand;
import org.millwright.sparkplug.EdgeNode;
import org.millwright.sparkplug.Value;

/** A line with its edge node: time passes, values go into tags, commands into machines. */
final class LineNode {

  private static final String SETPOINT = "Status/SetpointSpeed";

  private final Line line;
  private final EdgeNode edge;
  private final Instant beginning;
  private final NodeChannels node;
  private final List<MachineChannels> machines = new ArrayList<>();
  private long sampledBeat = -1;

  LineNode(Line line, String name, EdgeNode edge, List<MetricSpec> nodeMetrics) {
    this.line = line;
    this.edge = edge;
    beginning = line.now();
    node = new NodeChannels(line, name, edge, nodeMetrics);
    for (int i = 0; i < line.machines().size(); i++) {
      machines.add(new MachineChannels(line, i, edge));
    }
    sample(0);
  }

  EdgeNode edge() {
    return edge;
  }

  /** Lets simulated time pass and publishes what changed, or stores it when nobody listens. */
  void advanceTo(Instant now) {
    line.advanceTo(now);
    long beat = Duration.between(beginning, line.now()).toSeconds();
    if (beat > sampledBeat) {
      sample(beat);
      edge.publish(line.now().toEpochMilli());
    }
  }

  private void sample(long beat) {
    sampledBeat = beat;
    long time = line.now().toEpochMilli();
    node.sample(time);
    for (MachineChannels machine : machines) {
      machine.sample(beat, time);
    }
  }

  /** Simulated time in milliseconds since the epoch: the time in every message. */
  long clockMillis() {
    return line.now().toEpochMilli();
  }

  /**
   * Follows a command. Only set points are writable, and only on machines whose metric says so.
   *
   * @return whether it was followed
   */
  boolean obey(EdgeCommand command) {
    for (Machine machine : line.machines()) {
      if (machine.spec().id().equals(command.device()) && command.metric().equals(SETPOINT)) {
        return setSpeed(machine, command.value());
      }
    }
    return false;
  }

  private static boolean setSpeed(Machine machine, Value value) {
    boolean writable =
        machine.spec().metrics().stream()
            .anyMatch(metric -> metric.name().equals(SETPOINT) && metric.isWritable());
    double wanted =
        switch (value) {
          case Value.Real real -> real.value();
          case Value.Whole whole -> whole.value();
          default -> Double.NaN;
        };
    if (!writable || !Double.isFinite(wanted)) {
      return false;
    }
    machine.speedControl().setSetpoint(wanted);
    return true;
  }
}
