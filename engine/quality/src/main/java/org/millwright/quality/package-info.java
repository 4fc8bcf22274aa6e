// SPDX-License-Identifier: Apache-2.0

/** Statistics of product and process quality. */
@NullMarked
package org.millwright.quality;

import org.jspecify.annotations.NullMarked;
