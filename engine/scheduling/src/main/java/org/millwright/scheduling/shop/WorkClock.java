// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.List;
import org.millwright.scheduling.problem.Calendar;
import org.millwright.scheduling.problem.Span;

/** A calendar that answers in logarithmic time: where work that starts here ends. */
public final class WorkClock {

  /** A tick nothing can reach. */
  public static final int NEVER = Integer.MAX_VALUE / 2;

  private final boolean always;
  private final int horizon;
  private final int[] from;
  private final int[] to;

  /** Working ticks before each stretch. */
  private final int[] before;

  /** By bucket of {@code 1 << shift} ticks: the first stretch that ends after its first tick. */
  private final int[] bucket;

  private final int shift;

  /** Adjacent stretches are joined; what lies beyond the horizon is cut off. */
  public WorkClock(Calendar calendar, int horizon) {
    this.horizon = horizon;
    List<Span> spans = calendar.working();
    int[] starts = new int[spans.size()];
    int[] ends = new int[spans.size()];
    int count = 0;
    for (Span span : spans) {
      int start = Math.max(0, span.from());
      int end = Math.min(horizon, span.to());
      if (start < end && count > 0 && ends[count - 1] == start) {
        ends[count - 1] = end;
      } else if (start < end) {
        starts[count] = start;
        ends[count++] = end;
      }
    }
    this.always = spans.isEmpty();
    this.from = java.util.Arrays.copyOf(starts, count);
    this.to = java.util.Arrays.copyOf(ends, count);
    this.before = new int[count + 1];
    for (int i = 0; i < count; i++) {
      before[i + 1] = before[i] + to[i] - from[i];
    }
    int last = count == 0 ? 0 : to[count - 1];
    int bits = 0;
    while (last >>> bits > 2 * count) {
      bits++;
    }
    shift = bits;
    bucket = new int[(last >>> shift) + 1];
    int next = 0;
    for (int b = 0; b < bucket.length; b++) {
      while (next < count && to[next] <= b << shift) {
        next++;
      }
      bucket[b] = next;
    }
  }

  /** Whether every tick up to the horizon is working time. */
  public boolean isAlways() {
    return always;
  }

  /** The tick after {@code work} working ticks from {@code start} on, {@link #NEVER} if none. */
  public int finish(int start, int work) {
    if (work == 0) {
      return start;
    }
    if (always) {
      return start + work > horizon ? NEVER : start + work;
    }
    int i = at(start);
    if (i == from.length) {
      return NEVER;
    }
    int target = before[i] + Math.max(0, start - from[i]) + work;
    int last = i;
    while (last < from.length && before[last + 1] < target) {
      last++;
    }
    return last == from.length ? NEVER : from[last] + target - before[last];
  }

  /** The first tick from {@code start} on at which work of this length may begin. */
  public int begin(int start, int work, boolean mayPause) {
    if (always) {
      return start + work > horizon ? NEVER : start;
    }
    for (int i = at(start); i < from.length; i++) {
      int first = Math.max(start, from[i]);
      if (mayPause || work <= to[i] - first) {
        return first;
      }
    }
    return NEVER;
  }

  /** The least start from which work of this length ends at {@code end} or later. */
  public int startToEndAt(int end, int work) {
    if (always) {
      return end - work;
    }
    int i = at(end - 1);
    if (i == from.length) {
      return NEVER;
    }
    // An end that falls into a break is reached by the first tick worked after it.
    int target = before[i] + Math.max(1, end - from[i]) - work;
    if (target < 0) {
      return 0;
    }
    while (before[i] > target) {
      i--;
    }
    return from[i] + target - before[i];
  }

  /** Working ticks in a stretch. */
  public int between(int start, int end) {
    return always ? Math.max(0, end - start) : Math.max(0, worked(end) - worked(start));
  }

  private int worked(int tick) {
    int i = at(tick);
    return i == from.length ? before[i] : before[i] + Math.max(0, tick - from[i]);
  }

  /** The first stretch that ends after a tick. */
  private int at(int tick) {
    int b = tick >> shift;
    if (b >= bucket.length) {
      return to.length;
    }
    int i = b < 0 ? 0 : bucket[b];
    while (i < to.length && to[i] <= tick) {
      i++;
    }
    return i;
  }
}
