// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.live;

import org.millwright.server.identity.CurrentUser;

/**
 * Something that browsers watch. A module that has such a thing offers it as a bean; this module
 * knows none of them.
 */
public interface LiveFeed {

  /** First part of the topics this feed serves: the part before the colon of {@code line:NODE}. */
  String topic();

  /**
   * A browser begins to watch.
   *
   * @param argument the part of the topic after the colon, empty when there is none
   * @param user who watches; the feed shows nothing that they may not see
   */
  Watch open(String argument, CurrentUser user);

  /** What one browser sees of a feed. Called by one thread at a time. */
  interface Watch {

    /**
     * Sends what changed since the last call; at the first call, everything. Called about ten times
     * a second, so it must be cheap when nothing changed.
     */
    void poll(LiveSink sink);
  }
}
