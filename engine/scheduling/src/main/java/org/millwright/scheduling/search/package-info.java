// SPDX-License-Identifier: Apache-2.0

/** Finding plans: a legal one at once, then better ones for as long as there is time. */
@NullMarked
package org.millwright.scheduling.search;

import org.jspecify.annotations.NullMarked;
