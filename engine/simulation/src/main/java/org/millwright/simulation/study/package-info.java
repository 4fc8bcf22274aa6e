// SPDX-License-Identifier: Apache-2.0

/** Runs a model often enough to answer with confidence. */
@NullMarked
package org.millwright.simulation.study;

import org.jspecify.annotations.NullMarked;
