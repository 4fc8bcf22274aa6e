// SPDX-License-Identifier: Apache-2.0

/** The command line of the built program. */
@NullMarked
package org.millwright.cli;

import org.jspecify.annotations.NullMarked;
