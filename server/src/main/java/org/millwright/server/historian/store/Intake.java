// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.millwright.server.historian.SampleBatch;

/**
 * Sorts handed-over samples into new, duplicate and late ones, and fills the active block. One
 * thread only.
 */
final class Intake {

  private final Views views;
  private final LateSamples late;
  private final LastTimes times;
  private final Totals totals;
  private final long position;
  private volatile long[] progress = {};

  Intake(Views views, LateSamples late, LastTimes times, Totals totals, long position) {
    this.views = views;
    this.late = late;
    this.times = times;
    this.totals = totals;
    this.position = position;
  }

  /** Expects marks of so many stages. */
  void stages(int count) {
    long[] fresh = new long[count];
    Arrays.fill(fresh, position);
    progress = fresh;
  }

  /** Takes a batch; what is late waits for {@link #settle()}. */
  void take(SampleBatch batch) {
    OpenBlock block = views.current().active();
    int duplicates = 0;
    int rows = batch.size();
    int added = 0;
    for (int row = 0; row < rows; row++) {
      int tag = batch.tag(row);
      long time = batch.time(row);
      switch (times.standing(tag, time)) {
        case NEW -> {
          block.add(
              tag, time, batch.value(row), batch.text(row), batch.quality(row), batch.arrival(row));
          times.stored(tag, time);
          added++;
        }
        case DUPLICATE -> duplicates++;
        case UNKNOWN -> {
          if (!late.add(
              tag,
              time,
              batch.value(row),
              batch.text(row),
              batch.quality(row),
              batch.arrival(row))) {
            duplicates++;
          }
        }
      }
    }
    block.publish();
    totals.stored.add(added);
    totals.duplicate.add(duplicates);
    long[] marks = progress;
    if (batch.position() >= 0 && batch.stage() < marks.length) {
      marks[batch.stage()] = Math.max(marks[batch.stage()], batch.position());
    }
  }

  /** How many samples wait to be looked up. */
  int waiting() {
    return late.size();
  }

  /** Stores the late samples that are not there yet. */
  void settle() throws SQLException {
    int waiting = late.size();
    if (waiting == 0) {
      return;
    }
    int duplicates;
    OpenBlock block;
    try (Views.Reading reading = views.read()) {
      block = reading.view().active();
      duplicates = late.settle(reading.view(), block::add);
    }
    block.publish();
    totals.duplicate.add(duplicates);
    totals.stored.add(waiting - duplicates);
    totals.late.add(waiting - duplicates);
  }

  /** What has to be sealed, once nothing waits. */
  Closing rotate() {
    Closing closing = new Closing(views.current().active(), position(), times.copy());
    views.change(view -> {
      List<OpenBlock> sealing = new ArrayList<>(view.sealing());
      sealing.add(view.active());
      return new View(sealing, new OpenBlock(), view.manifest());
    });
    return closing;
  }

  /** The position that all stages have reached. */
  long position() {
    return Arrays.stream(progress).min().orElse(position);
  }

  /**
   * A full block.
   *
   * @param position with this block sealed, everything up to here is
   * @param lastTimes see {@link LastTimes}
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Closing(OpenBlock block, long position, long[] lastTimes) {}
}
