// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.jspecify.annotations.Nullable;

/** The workers a station needs for each job. */
record Workers(@Nullable PoolState pool, int count, int priority) {

  static final Workers NONE = new Workers(null, 0, 0);

  boolean areNeeded() {
    return pool != null;
  }

  /** Registers the claim of a place; its number is of no use when no workers are needed. */
  int register(Claimant claimant, int place) {
    return pool == null ? 0 : pool.register(claimant, place, count, priority);
  }

  boolean request(int claim) {
    return pool == null || pool.request(claim);
  }

  void release(int claim) {
    if (pool != null) {
      pool.release(claim);
    }
  }
}
