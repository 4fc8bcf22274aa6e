// SPDX-License-Identifier: Apache-2.0

/**
 * What work units did and the figures that follow: state intervals, counts, downtime reasons, ISO
 * 22400 KPIs, and history from files.
 */
@NullMarked
package org.millwright.server.performance;

import org.jspecify.annotations.NullMarked;
