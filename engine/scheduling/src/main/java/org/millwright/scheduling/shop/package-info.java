// SPDX-License-Identifier: Apache-2.0

/**
 * A problem compiled to primitive arrays, and the timetable that places operations one by one under
 * every rule.
 */
@NullMarked
package org.millwright.scheduling.shop;

import org.jspecify.annotations.NullMarked;
