// SPDX-License-Identifier: Apache-2.0

/** Control charts of one variable or attribute. */
@NullMarked
package org.millwright.quality.chart;

import org.jspecify.annotations.NullMarked;
