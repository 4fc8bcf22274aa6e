// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.EquipmentNode;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.millwright.server.live.LiveFeed;
import org.millwright.server.live.LiveSink;
import org.springframework.stereotype.Component;

/**
 * {@code event: line}: the units of a line when one of them changed; {@code event: interval}: an
 * interval that began, ended or was booked otherwise.
 */
@Component
class LineFeed implements LiveFeed {

  /** Polled ten times a second; a line is looked at twice a second. */
  private static final int EVERY = 5;

  /** Intervals that ended longer ago than this are news no more. */
  private static final Duration RECENT = Duration.ofHours(2);

  private record Units(String node, List<LineView.LineUnit> units) {}

  private final Performance performance;
  private final Equipment equipment;
  private final Clock clock;

  LineFeed(Performance performance, Equipment equipment, Clock clock) {
    this.performance = performance;
    this.equipment = equipment;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "line";
  }

  @Override
  public Watch open(String argument, CurrentUser user) {
    user.require(Permission.VIEW, argument);
    return new LineWatch(equipment.node(argument));
  }

  private final class LineWatch implements Watch {
    private final EquipmentNode line;
    private Map<String, Seen> known = Map.of();
    private boolean first = true;
    private List<LineView.LineUnit> units = List.of();
    private int polls;

    LineWatch(EquipmentNode line) {
      this.line = line;
    }

    @Override
    public void poll(LiveSink sink) {
      if (polls++ % EVERY != 0) {
        return;
      }
      var now = performance.unitsNow(line);
      if (!now.equals(units)) {
        units = now;
        sink.send("line", new Units(line.path(), now));
      }
      intervals(sink);
    }

    private void intervals(LiveSink sink) {
      Instant now = clock.instant();
      Instant begin = now.minus(RECENT);
      var seen = new HashMap<String, Seen>();
      for (IntervalView interval : performance.intervals(line, new Period(begin, now))) {
        // One that began before the window is cut at its edge, which moves with every look.
        boolean cut = !interval.from().isAfter(begin);
        String key = cut ? interval.unit() : interval.id();
        seen.put(key, Seen.of(interval));
        // The screen that opens the stream has asked for the intervals before it.
        if (!first && !cut && !Seen.of(interval).equals(known.get(key))) {
          sink.send("interval", interval);
        }
      }
      known = seen;
      first = false;
    }
  }

  /** What makes an interval news when it changes. */
  private record Seen(
      @Nullable Instant to, WorkUnitState state, @Nullable String reason, long version) {

    static Seen of(IntervalView interval) {
      return new Seen(interval.to(), interval.state(), interval.reason(), interval.version());
    }
  }
}
