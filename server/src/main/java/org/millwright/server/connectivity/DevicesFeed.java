// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.live.LiveFeed;
import org.millwright.server.live.LiveSink;
import org.springframework.stereotype.Component;

/** {@code event: devices}: at first every device, then once a second those that changed. */
@Component
class DevicesFeed implements LiveFeed {

  /** Polled ten times a second; devices are shown once a second. */
  private static final int EVERY = 10;

  private final Devices devices;

  DevicesFeed(Devices devices) {
    this.devices = devices;
  }

  @Override
  public String topic() {
    return "devices";
  }

  @Override
  public Watch open(String argument, CurrentUser user) {
    return new Watch() {
      private final Map<String, DeviceView> sent = new HashMap<>();
      private int polls;

      @Override
      public void poll(LiveSink sink) {
        if (polls++ % EVERY != 0) {
          return;
        }
        List<DeviceView> changed =
            devices.seenBy(user).stream()
                .filter(view -> !view.equals(sent.put(view.id(), view)))
                .toList();
        if (!changed.isEmpty() || polls == 1) {
          sink.send("devices", changed);
        }
      }
    };
  }
}
