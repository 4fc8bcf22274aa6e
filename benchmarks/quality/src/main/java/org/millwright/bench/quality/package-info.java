// SPDX-License-Identifier: Apache-2.0

/** Figures for ./bench quality. */
@NullMarked
package org.millwright.bench.quality;

import org.jspecify.annotations.NullMarked;
