// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;
import org.millwright.performance.CountAccumulator;
import org.millwright.performance.CountAccumulator.Counter;
import org.millwright.performance.CountRecord;
import org.millwright.performance.CountSink;
import org.millwright.performance.CounterTracker;
import org.millwright.performance.Source;
import org.millwright.performance.StateChange;
import org.millwright.performance.StateMapper;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.equipment.PropertyRole;
import org.millwright.server.historian.Quality;
import org.millwright.server.telemetry.WorkUnitSink;

/** From the samples of one unit to state changes and counts. One thread at a time. */
final class UnitSteps implements WorkUnitSink.Steps {

  private static final long SLICE_MILLIS = 60_000;
  private static final long SHOW_EVERY_MILLIS = 1_000;
  private static final long OLD_MILLIS = 5_000;
  private static final long NEVER = Long.MIN_VALUE;

  private final String unit;
  private final UnitTemplate template;
  private final Books books;
  private final RecordWriter writer;
  private final Reasons reasons;
  private final long storedPosition;
  private final long startedAt;
  private final double[] scales;
  private final StateMapper mapper;
  private final @Nullable CounterTracker[] counters;
  private final CountAccumulator counts;
  private final CountSink show;

  private WorkUnitState told = WorkUnitState.NOT_OBSERVED;
  private String toldReason = "";
  private String toldProduct = "";
  private String product = "";
  private int machineReason;
  private final long[] lastOf;
  private long lastTime = NEVER;
  private long clock = NEVER;
  private long lastPosition;
  private long writtenPosition;
  private long sliceId;
  private long sliceTotal = NEVER;
  private long sliceGood;
  private long shownAt;
  private long changedAt = NEVER;

  UnitSteps(
      String unit,
      UnitTemplate template,
      Books books,
      RecordWriter writer,
      Reasons reasons,
      long storedPosition,
      long startedAt) {
    this.unit = unit;
    this.template = template;
    this.books = books;
    this.writer = writer;
    this.reasons = reasons;
    this.storedPosition = storedPosition;
    this.startedAt = startedAt;
    this.lastPosition = storedPosition;
    this.writtenPosition = storedPosition;
    int properties = template.roles().size();
    this.scales = template.scales().stream().mapToDouble(Double::doubleValue).toArray();
    this.mapper = new StateMapper(template.rules(), properties);
    this.counters = new CounterTracker[properties];
    this.lastOf = new long[properties];
    Arrays.fill(lastOf, NEVER);
    freshCounters();
    this.show = this::show;
    this.counts =
        new CountAccumulator(
            SLICE_MILLIS,
            template.roles().contains(PropertyRole.TOTAL),
            template.roles().contains(PropertyRole.GOOD),
            this::finish);
  }

  private void freshCounters() {
    for (int i = 0; i < counters.length; i++) {
      if (counter(template.roles().get(i)) != null) {
        counters[i] = new CounterTracker(template.wrapsAt().get(i), template.maxPerSecond());
      }
    }
  }

  private static @Nullable Counter counter(PropertyRole role) {
    return switch (role) {
      case TOTAL -> Counter.TOTAL;
      case GOOD -> Counter.GOOD;
      case REJECT -> Counter.SCRAP;
      case REWORK -> Counter.REWORK;
      default -> null;
    };
  }

  @Override
  public void sample(
      int property,
      long time,
      double value,
      @Nullable String text,
      Quality quality,
      long position) {
    boolean usable = quality == Quality.GOOD || quality == Quality.UNCERTAIN;
    PropertyRole role = template.roles().get(property);
    if (time < lastOf[property]) {
      late(property, time, usable ? value * scales[property] : Double.NaN, position);
      return;
    }
    lastOf[property] = time;
    long at = heldFrom(time);
    lastTime = Math.max(lastTime, time);
    lastPosition = Math.max(lastPosition, position);
    boolean changed = mapper.step(property, at, usable ? value * scales[property] : Double.NaN);
    if (usable) {
      meaning(property, role, time, value, text, position > storedPosition);
    }
    if (position > storedPosition) {
      tell(changed, at);
    }
  }

  /**
   * From when on a sample tells the state. A birth repeats values with the time at which they last
   * changed, which may lie before a gap in which nobody saw the unit: they hold from now on.
   */
  private long heldFrom(long time) {
    if (told != WorkUnitState.NOT_OBSERVED) {
      return Math.max(time, lastTime);
    }
    long now = Math.max(clock, startedAt);
    return time < now - OLD_MILLIS ? now : time;
  }

  /**
   * Begins with what was last heard, when the unit is followed anew after its equipment changed: a
   * machine that reports only changes might otherwise stay unobserved for hours.
   */
  void seed(int property, double value, @Nullable String text, long now) {
    boolean changed = mapper.step(property, now, value * scales[property]);
    meaning(property, template.roles().get(property), now, value, text, false);
    tell(changed, now);
  }

  private void meaning(
      int property,
      PropertyRole role,
      long time,
      double value,
      @Nullable String text,
      boolean fresh) {
    CounterTracker counter = counters[property];
    Counter kind = counter(role);
    if (counter != null && kind != null) {
      long increment = Double.isFinite(value) ? counter.step(time, (long) value) : 0;
      if (fresh) {
        counts.add(time, kind, increment);
      }
    } else if (role == PropertyRole.PRODUCT) {
      product = text != null ? text : Double.isFinite(value) ? String.valueOf((long) value) : "";
      counts.product(time, product);
    } else if (role == PropertyRole.REASON) {
      machineReason = Double.isFinite(value) ? (int) value : 0;
    }
  }

  /**
   * A sample that was measured before one already taken, such as from an edge node's own memory.
   * Its state counts for its time when that needs no waiting; counters are worth what the later
   * reading already said.
   */
  private void late(int property, long time, double value, long position) {
    if (position <= storedPosition
        || !mapper.looksAt(property)
        || template.rules().size() != 1
        || template.rules().getFirst().holdMillis() > 0) {
      return;
    }
    StateMapper alone = new StateMapper(template.rules(), template.roles().size());
    alone.step(property, time, value);
    books.add(unit, change(time, alone.state(), "", product));
  }

  private void forgetState(long time) {
    if (told != WorkUnitState.NOT_OBSERVED) {
      told = WorkUnitState.NOT_OBSERVED;
      toldReason = "";
      changedAt = time;
      books.add(unit, change(time, told, "", ""));
    }
  }

  private void tell(boolean changed, long time) {
    WorkUnitState state = mapper.state();
    String reason = "";
    if (machineReason != 0 && state.isStop()) {
      Reason known = reasons.byMachineCode(machineReason).orElse(null);
      if (known != null) {
        reason = known.code();
        // A stop the machine calls short is short only if it was: that shows when it has ended.
        state =
            known.state() == WorkUnitState.MINOR_STOP ? WorkUnitState.UNCLASSIFIED : known.state();
      }
    }
    boolean sameStop = state.isStop() && told.isStop() && !changed;
    if (state == told && reason.equals(toldReason) && product.equals(toldProduct)) {
      return;
    }
    long at = changed ? Math.max(mapper.since(), changedAt) : time;
    if (sameStop && toldReason.isEmpty() && product.equals(toldProduct)) {
      // The reason arrives a moment after the stop and holds for all of it.
      at = changedAt;
    }
    told = state;
    toldReason = reason;
    toldProduct = product;
    changedAt = at;
    books.add(unit, change(at, state, reason, product));
  }

  private StateChange change(long at, WorkUnitState state, String reason, String made) {
    return new StateChange(
        writer.nextId(), Instant.ofEpochMilli(at), state, reason, made, Source.MACHINE);
  }

  @Override
  public void lost(int[] properties, long time, long position) {
    long at = Math.max(time, lastTime == NEVER ? time : lastTime);
    boolean changed = false;
    for (int property : properties) {
      changed |= mapper.lost(property, at);
    }
    lastPosition = Math.max(lastPosition, position);
    if (changed && mapper.state() == WorkUnitState.NOT_OBSERVED) {
      counts.flush(at);
      // What was made meanwhile was made in time that nobody saw: it is not counted.
      freshCounters();
      machineReason = 0;
    }
    if (position > storedPosition) {
      tell(changed, at);
    }
  }

  @Override
  public void tick(long now) {
    clock = now;
    if (mapper.tick(now)) {
      tell(true, now);
    }
    if (now - shownAt >= SHOW_EVERY_MILLIS) {
      shownAt = now;
      if (counts.isDue(now)) {
        counts.flush(now);
      } else {
        counts.peek(lastTime, show);
      }
      if (lastPosition > writtenPosition) {
        writtenPosition = lastPosition;
        writer.progress(unit, lastPosition);
      }
    }
  }

  @Override
  public void close(long now) {
    counts.flush(Math.max(now, lastTime));
    forgetState(Math.max(now, lastTime + 1));
    if (lastPosition > storedPosition) {
      writer.progress(unit, lastPosition);
    }
  }

  private void show(
      long start, long end, String made, long total, long good, long scrap, long rework) {
    if (total == sliceTotal && good == sliceGood) {
      return;
    }
    boolean first = sliceId == 0;
    if (first) {
      sliceId = writer.nextId();
    }
    sliceTotal = total;
    sliceGood = good;
    CountRecord record =
        new CountRecord(
            sliceId,
            unit,
            Period.ofMillis(start, end),
            made,
            total,
            good,
            scrap,
            rework,
            Source.MACHINE);
    books.book(unit).put(record);
    writer.write(record, first);
  }

  private void finish(
      long start, long end, String made, long total, long good, long scrap, long rework) {
    sliceTotal = NEVER;
    show(start, end, made, total, good, scrap, rework);
    sliceId = 0;
    sliceTotal = NEVER;
  }
}
