// SPDX-License-Identifier: Apache-2.0

/**
 * Why a plan is as it is: chains of causes, what keeps an operation from starting earlier, and
 * where capacity is short.
 */
@NullMarked
package org.millwright.scheduling.explain;

import org.jspecify.annotations.NullMarked;
