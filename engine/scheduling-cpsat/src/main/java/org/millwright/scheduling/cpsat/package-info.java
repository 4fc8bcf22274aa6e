// SPDX-License-Identifier: Apache-2.0

/**
 * Scheduling problems as models of OR-Tools CP-SAT: a second opinion for benchmarks and small
 * proofs.
 */
@NullMarked
package org.millwright.scheduling.cpsat;

import org.jspecify.annotations.NullMarked;
