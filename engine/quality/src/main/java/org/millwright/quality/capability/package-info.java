// SPDX-License-Identifier: Apache-2.0

/** Process capability: indices with intervals, distributions, transformations, defect rates. */
@NullMarked
package org.millwright.quality.capability;

import org.jspecify.annotations.NullMarked;
