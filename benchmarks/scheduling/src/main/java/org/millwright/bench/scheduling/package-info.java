// SPDX-License-Identifier: Apache-2.0

/** Figures for ./bench scheduling. */
@NullMarked
package org.millwright.bench.scheduling;

import org.jspecify.annotations.NullMarked;
