// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.OptionalDouble;

/**
 * How a model is run unless the caller says otherwise.
 *
 * @param horizon the end of each replication, in time units
 * @param warmup the time from which statistics count; empty when it is to be found
 */
public record RunPlan(double horizon, OptionalDouble warmup, int replications, long seed) {}
