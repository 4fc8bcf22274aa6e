// SPDX-License-Identifier: Apache-2.0

/** Discrete-event simulation of production lines. */
@NullMarked
package org.millwright.simulation;

import org.jspecify.annotations.NullMarked;
