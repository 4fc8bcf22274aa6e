// SPDX-License-Identifier: Apache-2.0

/** Sparkplug B 3.0 without sockets: payload codec and session state machines. */
@NullMarked
package org.millwright.sparkplug;

import org.jspecify.annotations.NullMarked;
