// SPDX-License-Identifier: Apache-2.0

/** Figures for ./bench platform. */
@NullMarked
package org.millwright.bench.platform;

import org.jspecify.annotations.NullMarked;
