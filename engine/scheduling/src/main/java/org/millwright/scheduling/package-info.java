// SPDX-License-Identifier: Apache-2.0

/** Finite-capacity scheduling: what is to be planned, a plan, and how good it is. */
@NullMarked
package org.millwright.scheduling;

import org.jspecify.annotations.NullMarked;
