// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.plant.archetype.Archetype;

/**
 * How a plant runs.
 *
 * @param broker where its messages go
 * @param credentials what its edge nodes log in with
 * @param group Sparkplug group of all its edge nodes
 * @param lines which lines, one edge node each
 * @param seed of the day
 * @param speed simulated seconds per second, above 0
 * @param start when simulated time begins, null for now
 * @param zone where the plant stands: decides midnight and shifts
 * @param primaryHost host application the edge nodes wait for, empty for none
 * @param maxStored samples each edge node keeps while nobody listens
 */
public record PlantSettings(
    BrokerAddress broker,
    CredentialSource credentials,
    String group,
    List<Archetype> lines,
    long seed,
    double speed,
    @Nullable Instant start,
    ZoneId zone,
    String primaryHost,
    int maxStored) {}
