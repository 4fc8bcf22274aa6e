// SPDX-License-Identifier: Apache-2.0

/**
 * Plans at once: dispatching rules that walk through time and give each free machine its most
 * urgent operation.
 */
@NullMarked
package org.millwright.scheduling.construct;

import org.jspecify.annotations.NullMarked;
