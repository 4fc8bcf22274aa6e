// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.time.Clock;

/**
 * What the pipeline's processors reach through Hazelcast's user context: they are made by Jet, not
 * by us.
 *
 * @param lastSeen arrival of the last message before the restart, epoch milliseconds; {@link
 *     #STILL_CONNECTED} when only the job starts again, while the senders stay
 */
record PipelineContext(Feed feed, StageContext stages, long lastSeen, Clock clock) {

  /** No sender noticed anything. */
  static final long STILL_CONNECTED = -1;

  /** The key in the user context. */
  static final String KEY = PipelineContext.class.getName();
}
