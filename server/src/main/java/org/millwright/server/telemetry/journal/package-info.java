// SPDX-License-Identifier: Apache-2.0

/** The ingest journal: messages on disk before they are acknowledged, read again after a crash. */
@NullMarked
package org.millwright.server.telemetry.journal;

import org.jspecify.annotations.NullMarked;
