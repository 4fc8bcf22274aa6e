// SPDX-License-Identifier: Apache-2.0

/** A virtual plant of simulated machines. */
@NullMarked
package org.millwright.plant;

import org.jspecify.annotations.NullMarked;
