// SPDX-License-Identifier: Apache-2.0

/** Tables of measurements as they come out of spreadsheets, historians and textbooks. */
@NullMarked
package org.millwright.quality.table;

import org.jspecify.annotations.NullMarked;
