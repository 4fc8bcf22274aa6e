// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.load;

import java.time.Duration;
import org.millwright.plant.edge.BrokerAddress;
import org.millwright.plant.edge.CredentialSource;

/**
 * What load to make.
 *
 * @param broker where it goes
 * @param credentials what the edge nodes log in with
 * @param group Sparkplug group
 * @param nodePrefix the nodes are called so, followed by a number of four digits from 1
 * @param nodes edge nodes, each with its own connection
 * @param devices of each node
 * @param metrics of each device
 * @param changesPerSecond metric changes a second, all nodes together
 * @param changedShare share of a device's metrics in one message
 * @param qos of data messages; Sparkplug asks for 0
 * @param duration how long, births not counted
 * @param seed of the values
 */
public record LoadSettings(
    BrokerAddress broker,
    CredentialSource credentials,
    String group,
    String nodePrefix,
    int nodes,
    int devices,
    int metrics,
    double changesPerSecond,
    double changedShare,
    int qos,
    Duration duration,
    long seed) {

  /** Metric changes in one message. */
  int changesPerMessage() {
    return Math.clamp(Math.round(metrics * changedShare), 1, metrics);
  }

  /** The name of a node. */
  String node(int index) {
    return "%s%04d".formatted(nodePrefix, index + 1);
  }
}
