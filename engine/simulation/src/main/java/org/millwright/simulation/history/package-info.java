// SPDX-License-Identifier: Apache-2.0

/** Learns a model from the recorded history of a line. */
@NullMarked
package org.millwright.simulation.history;

import org.jspecify.annotations.NullMarked;
