// SPDX-License-Identifier: Apache-2.0

/** Distributions of durations and counts, and the samplers that draw from them. */
@NullMarked
package org.millwright.simulation.distribution;

import org.jspecify.annotations.NullMarked;
