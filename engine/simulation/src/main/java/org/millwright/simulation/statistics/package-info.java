// SPDX-License-Identifier: Apache-2.0

/** What is observed in a run and what may be concluded from several. */
@NullMarked
package org.millwright.simulation.statistics;

import org.jspecify.annotations.NullMarked;
