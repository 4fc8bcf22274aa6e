// SPDX-License-Identifier: Apache-2.0

/**
 * Process values of each kind of machine: temperatures, forces, weights, wear, with noise and
 * dynamics.
 */
@NullMarked
package org.millwright.plant.process;

import org.jspecify.annotations.NullMarked;
