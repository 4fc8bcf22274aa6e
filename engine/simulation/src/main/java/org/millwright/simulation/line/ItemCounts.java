// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.kernel.Archive;

/**
 * Where items came from and went since the statistics were restarted: admitted plus split equals
 * finished plus scrapped plus consumed plus the change of what is on the line.
 */
final class ItemCounts {

  long admitted;
  long split;
  long finished;
  long scrapped;
  long consumed;

  void restart() {
    admitted = 0;
    split = 0;
    finished = 0;
    scrapped = 0;
    consumed = 0;
  }

  void exchange(Archive archive) {
    admitted = archive.exchange(admitted);
    split = archive.exchange(split);
    finished = archive.exchange(finished);
    scrapped = archive.exchange(scrapped);
    consumed = archive.exchange(consumed);
  }
}
