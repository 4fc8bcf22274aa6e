// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

/**
 * When to ask for a rebirth: at once the first time, then with doubling pauses until a birth comes,
 * so that a node that cannot answer is not flooded.
 */
final class RebirthRequests {

  private final long firstRetry;
  private final long lastRetry;
  private boolean wanted;
  private String reason = "";
  private long nextAt = Long.MIN_VALUE;
  private long pause;

  RebirthRequests(long firstRetry, long lastRetry) {
    this.firstRetry = firstRetry;
    this.lastRetry = lastRetry;
    this.pause = firstRetry;
  }

  void want(String why) {
    if (!wanted) {
      wanted = true;
      reason = why;
    }
  }

  /** The birth came. Pauses stay long until one passes in peace: see {@link #due}. */
  void satisfied() {
    wanted = false;
  }

  /** The node is gone: nobody is there to ask. */
  void reset() {
    wanted = false;
    pause = firstRetry;
    nextAt = Long.MIN_VALUE;
  }

  /** Whether to ask now; if so, the next time is set. */
  boolean due(long now) {
    if (!wanted) {
      if (pause > firstRetry && now - nextAt >= lastRetry) {
        pause = firstRetry;
      }
      return false;
    }
    // A clock set back by more than the pause must not silence us until it has caught up.
    if (now < nextAt && nextAt - now <= pause) {
      return false;
    }
    nextAt = now + pause;
    pause = Math.min(2 * pause, lastRetry);
    return true;
  }

  String reason() {
    return reason;
  }
}
