// SPDX-License-Identifier: Apache-2.0

/**
 * What is asked and what is answered: the problem, its objective and a plan, as immutable values.
 */
@NullMarked
package org.millwright.scheduling.problem;

import org.jspecify.annotations.NullMarked;
