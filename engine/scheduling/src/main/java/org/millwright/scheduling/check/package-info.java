// SPDX-License-Identifier: Apache-2.0

/**
 * An independent verifier of plans: simple, slow, written against the problem statement and sharing
 * no code with the search.
 */
@NullMarked
package org.millwright.scheduling.check;

import org.jspecify.annotations.NullMarked;
