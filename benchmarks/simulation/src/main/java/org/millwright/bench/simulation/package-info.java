// SPDX-License-Identifier: Apache-2.0

/** Figures for ./bench simulation. */
@NullMarked
package org.millwright.bench.simulation;

import org.jspecify.annotations.NullMarked;
