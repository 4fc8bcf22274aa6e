// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.millwright.server.telemetry.EdgeNodeId;
import org.millwright.server.telemetry.NodeCommands;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.Metric;
import org.millwright.sparkplug.PayloadWriter;
import org.millwright.sparkplug.Topic;
import org.millwright.sparkplug.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends commands to edge nodes and devices (Sparkplug 3.0, 6.4.22 and 6.4.23). */
@Component
class Commands implements NodeCommands {

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private final BrokerLinks links;
  private final Clock clock;

  Commands(BrokerLinks links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  @Override
  public void requestRebirth(EdgeNodeId node) {
    Metric rebirth = Metric.of("Node Control/Rebirth", clock.millis(), new Value.Bool(true));
    send(DeviceId.of(node, ""), rebirth)
        .whenComplete((sent, failure) -> {
          if (failure != null) {
            LOG.info("Rebirth of {} could not be asked for: {}", node, failure.getMessage());
          }
        });
  }

  /** Writes a value to a metric of a node or device. */
  CompletionStage<Void> write(DeviceId device, String metric, Value value) {
    return send(device, Metric.of(metric, clock.millis(), value));
  }

  private CompletionStage<Void> send(DeviceId id, Metric metric) {
    BrokerLink link = links.find(id.source()).orElse(null);
    if (link == null || !Topic.isId(id.group()) || !Topic.isId(id.nodeName())) {
      return CompletableFuture.failedFuture(
          new IllegalStateException("There is no way to " + id.edgeNode()));
    }
    PayloadWriter writer = new PayloadWriter();
    writer.begin(clock.millis(), PayloadWriter.NO_SEQ);
    writer.metric(metric);
    boolean toNode = id.device().isEmpty();
    Topic topic =
        new Topic.Edge(
            toNode ? Topic.MessageType.NCMD : Topic.MessageType.DCMD,
            id.group(),
            id.nodeName(),
            toNode ? null : id.device());
    return link.publish(topic.toString(), writer.toByteArray(), false);
  }

  /** A value of a type from text a person typed; null when it is none. */
  static @org.jspecify.annotations.Nullable Value parse(DataType type, String text) {
    try {
      if (type == DataType.UINT64) {
        return new Value.Whole(type, Long.parseUnsignedLong(text));
      }
      if (type.isWhole()) {
        long whole = Long.parseLong(text);
        return type.extend(whole) == whole ? new Value.Whole(type, whole) : null;
      }
      if (type.isReal()) {
        return new Value.Real(type, Double.parseDouble(text));
      }
    } catch (NumberFormatException notANumber) {
      return null;
    }
    if (type == DataType.BOOLEAN) {
      return text.equals("true") || text.equals("false")
          ? new Value.Bool(text.equals("true"))
          : null;
    }
    return type.isText() ? new Value.Text(type, text) : null;
  }
}
