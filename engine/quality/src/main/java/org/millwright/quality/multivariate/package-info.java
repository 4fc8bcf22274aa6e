// SPDX-License-Identifier: Apache-2.0

/** Control charts of several variables together. */
@NullMarked
package org.millwright.quality.multivariate;

import org.jspecify.annotations.NullMarked;
