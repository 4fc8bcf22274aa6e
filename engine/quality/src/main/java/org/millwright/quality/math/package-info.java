// SPDX-License-Identifier: Apache-2.0

/** Distributions, control-chart constants and sample statistics the engine computes itself. */
@NullMarked
package org.millwright.quality.math;

import org.jspecify.annotations.NullMarked;
