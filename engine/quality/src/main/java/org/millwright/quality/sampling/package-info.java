// SPDX-License-Identifier: Apache-2.0

/** Acceptance sampling by attributes: plans, switching, characteristic curves, design. */
@NullMarked
package org.millwright.quality.sampling;

import org.jspecify.annotations.NullMarked;
