// SPDX-License-Identifier: Apache-2.0

/** Run rules: the patterns on a control chart that call for a cause. */
@NullMarked
package org.millwright.quality.rules;

import org.jspecify.annotations.NullMarked;
