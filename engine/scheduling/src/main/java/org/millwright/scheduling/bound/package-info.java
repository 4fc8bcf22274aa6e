// SPDX-License-Identifier: Apache-2.0

/** What no plan can fall below. */
@NullMarked
package org.millwright.scheduling.bound;

import org.jspecify.annotations.NullMarked;
