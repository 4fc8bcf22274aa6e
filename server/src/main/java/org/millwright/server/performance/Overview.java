// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import java.util.List;

/** The whole installation as it is now, as far as the asking user may see it. */
public record Overview(Instant at, List<NodeView> roots) {}
