// SPDX-License-Identifier: Apache-2.0

/** The physics of a line: machines, buffers, stops, orders and shifts in simulated time. */
@NullMarked
package org.millwright.plant.line;

import org.jspecify.annotations.NullMarked;
