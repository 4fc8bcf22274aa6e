// SPDX-License-Identifier: Apache-2.0

/** When people and machines are meant to work: patterns, holidays, planned stops, crews, duty. */
@NullMarked
package org.millwright.server.shifts;

import org.jspecify.annotations.NullMarked;
