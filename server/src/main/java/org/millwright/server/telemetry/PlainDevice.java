// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.LinkedHashSet;
import java.util.Set;

/** A device that speaks plain MQTT, and when it was last heard. One thread at a time. */
final class PlainDevice {

  final String name;
  final Set<Integer> tags = new LinkedHashSet<>();
  private long heardAt;
  private boolean silent;

  PlainDevice(String name) {
    this.name = name;
  }

  /**
   * It spoke.
   *
   * @param replay whether it did so before a restart, after which nobody knows it as online yet
   */
  void heard(long at, boolean replay) {
    heardAt = at;
    silent = replay;
  }

  /** Its connection is gone: that is known already. */
  void lost() {
    silent = true;
  }

  /** Whether it has just become silent: for longer than the limit, in milliseconds; 0 is never. */
  boolean fallsSilent(long now, long limit) {
    if (silent || limit == 0 || now - heardAt < limit) {
      return false;
    }
    silent = true;
    return true;
  }

  boolean silent() {
    return silent;
  }
}
