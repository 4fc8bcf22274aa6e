// SPDX-License-Identifier: Apache-2.0

/** Mending a plan after an event: legal at once, good soon, with little moved. */
@NullMarked
package org.millwright.scheduling.repair;

import org.jspecify.annotations.NullMarked;
