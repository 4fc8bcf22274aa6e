// SPDX-License-Identifier: Apache-2.0

/** The ingest queue, its journal, and the Jet pipeline with one stage keyed by edge node. */
@NullMarked
package org.millwright.server.telemetry;

import org.jspecify.annotations.NullMarked;
