// SPDX-License-Identifier: Apache-2.0

/** Process monitoring: what many tags together, or one tag alone, say before a limit is passed. */
@NullMarked
package org.millwright.quality.monitor;

import org.jspecify.annotations.NullMarked;
