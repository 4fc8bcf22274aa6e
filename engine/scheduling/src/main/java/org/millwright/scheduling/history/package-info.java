// SPDX-License-Identifier: Apache-2.0
/** What a shop floor's event log tells: rows, routings, able machines, and a plan beside it. */
@NullMarked
package org.millwright.scheduling.history;

import org.jspecify.annotations.NullMarked;
