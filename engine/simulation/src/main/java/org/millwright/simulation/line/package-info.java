// SPDX-License-Identifier: Apache-2.0

/** A line while it runs: items, the elements they pass, and what is observed of them. */
@NullMarked
package org.millwright.simulation.line;

import org.jspecify.annotations.NullMarked;
