// SPDX-License-Identifier: Apache-2.0

/** The event queue, the event loop and the archive of a running state: no allocation per event. */
@NullMarked
package org.millwright.simulation.kernel;

import org.jspecify.annotations.NullMarked;
