// SPDX-License-Identifier: Apache-2.0

/** The words every engine shares: equipment (ISA-95), samples, calendars and shifts. */
@NullMarked
package org.millwright.model;

import org.jspecify.annotations.NullMarked;
