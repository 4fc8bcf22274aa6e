// SPDX-License-Identifier: Apache-2.0

/** One server-sent-event stream to each browser. */
@NullMarked
package org.millwright.server.live;

import org.jspecify.annotations.NullMarked;
