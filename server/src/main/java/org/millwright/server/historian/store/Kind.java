// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import org.millwright.server.historian.Resolution;

/** What a sealed file holds; each kind has its folder and its retention. */
enum Kind {
  SAMPLES("samples", Resolution.RAW),
  MINUTES("minutes", Resolution.MINUTE),
  HOURS("hours", Resolution.HOUR);

  private final String folder;
  private final Resolution resolution;

  Kind(String folder, Resolution resolution) {
    this.folder = folder;
    this.resolution = resolution;
  }

  String folder() {
    return folder;
  }

  Resolution resolution() {
    return resolution;
  }

  static Kind of(Resolution resolution) {
    return switch (resolution) {
      case RAW -> SAMPLES;
      case MINUTE -> MINUTES;
      case HOUR -> HOURS;
    };
  }
}
