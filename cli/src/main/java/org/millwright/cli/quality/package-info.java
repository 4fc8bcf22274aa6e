// SPDX-License-Identifier: Apache-2.0

/** Commands of the quality engine. */
@NullMarked
package org.millwright.cli.quality;

import org.jspecify.annotations.NullMarked;
