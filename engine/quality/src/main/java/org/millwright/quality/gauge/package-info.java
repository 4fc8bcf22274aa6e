// SPDX-License-Identifier: Apache-2.0

/** Measurement systems analysis: how much of what is measured is the measuring. */
@NullMarked
package org.millwright.quality.gauge;

import org.jspecify.annotations.NullMarked;
