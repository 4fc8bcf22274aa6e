// SPDX-License-Identifier: Apache-2.0

/** The commands that plan, check, mend and explain schedules. */
@NullMarked
package org.millwright.cli.scheduling;

import org.jspecify.annotations.NullMarked;
