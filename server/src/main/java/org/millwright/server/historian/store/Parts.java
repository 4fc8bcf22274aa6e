// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Parts of one tag from several files and blocks, to be put together by step. */
final class Parts {

  private final List<Part> all = new ArrayList<>();

  void add(Part part) {
    all.add(part);
  }

  /**
   * Adds the samples of {@code rows} (in order of time), one part a step; text samples are left
   * out.
   */
  void add(Rows rows, long stepMillis) {
    Part running = null;
    for (int row = 0; row < rows.size(); row++) {
      if (Double.isNaN(rows.value(row)) && rows.text(row) != null) {
        continue;
      }
      long step = Math.floorDiv(rows.time(row), stepMillis) * stepMillis;
      Part one = Part.of(step, rows.time(row), rows.value(row), rows.quality(row));
      if (running != null && running.step() == step) {
        running = running.then(one);
      } else {
        keep(running);
        running = one;
      }
    }
    keep(running);
  }

  private void keep(@Nullable Part part) {
    if (part != null) {
      all.add(part);
    }
  }

  /** Steps in which parts interleave in time, so that they do not add up; late samples do that. */
  SortedSet<Long> interleaved() {
    sort();
    TreeSet<Long> steps = new TreeSet<>();
    long end = Long.MIN_VALUE; // latest sample so far in the step
    for (int i = 0; i < all.size(); i++) {
      Part part = all.get(i);
      boolean same = i > 0 && all.get(i - 1).step() == part.step();
      if (same && part.firstTime() <= end) {
        steps.add(part.step());
      }
      end = same ? Math.max(end, part.lastTime()) : part.lastTime();
    }
    return steps;
  }

  /** Drops the parts of some steps, to be replaced by one made from the samples. */
  void remove(Set<Long> steps) {
    all.removeIf(part -> steps.contains(part.step()));
  }

  /** One part a step, in order. */
  List<Part> folded() {
    sort();
    List<Part> result = new ArrayList<>();
    for (Part part : all) {
      int last = result.size() - 1;
      if (last >= 0 && result.get(last).step() == part.step()) {
        result.set(last, result.get(last).then(part));
      } else {
        result.add(part);
      }
    }
    return result;
  }

  private void sort() {
    all.sort(Comparator.comparingLong(Part::step).thenComparingLong(Part::firstTime));
  }
}
