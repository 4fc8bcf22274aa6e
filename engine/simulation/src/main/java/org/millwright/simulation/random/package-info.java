// SPDX-License-Identifier: Apache-2.0

/** Independent random streams, one for each element and purpose. */
@NullMarked
package org.millwright.simulation.random;

import org.jspecify.annotations.NullMarked;
