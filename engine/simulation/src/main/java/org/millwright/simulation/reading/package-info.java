// SPDX-License-Identifier: Apache-2.0

/** Reads model files and says, fault by fault and by JSON pointer, why one cannot be taken. */
@NullMarked
package org.millwright.simulation.reading;

import org.jspecify.annotations.NullMarked;
