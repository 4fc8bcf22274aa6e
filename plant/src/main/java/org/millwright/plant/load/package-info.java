// SPDX-License-Identifier: Apache-2.0

/** A load generator: many edge nodes whose messages are made once and patched for each sending. */
@NullMarked
package org.millwright.plant.load;

import org.jspecify.annotations.NullMarked;
