// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry.journal;

import org.millwright.server.telemetry.RawMessage;

/** A message in the journal; positions rise. */
public record Entry(long position, RawMessage message) {}
