// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.performance.StateInterval;
import org.millwright.performance.WorkUnitState;

/**
 * An interval as the HTTP API shows it.
 *
 * @param id names the interval as long as its start and origin stay; where nobody saw the unit and
 *     nothing is stored, {@code 0-start@unit}
 * @param to null when it goes on
 * @param reason reason code, null when none is known
 * @param comment what was last written about it, null when nothing
 * @param by who said so last, null when only the machine did
 * @param version rises with everything said about it; a change must name the newest
 */
public record IntervalView(
    String id,
    String unit,
    Instant from,
    @Nullable Instant to,
    WorkUnitState state,
    @Nullable String reason,
    @Nullable String comment,
    @Nullable String product,
    @Nullable String by,
    long version) {

  static IntervalView of(StateInterval interval, UnitHistory history, Instant now) {
    List<Remark> said = history.remarksOn(interval);
    String comment =
        said.stream().map(Remark::note).filter(n -> !n.isEmpty()).findFirst().orElse(null);
    return new IntervalView(
        id(interval),
        interval.workUnit(),
        interval.period().start(),
        interval.period().end().isBefore(now) ? interval.period().end() : null,
        interval.state(),
        empty(interval.reason()),
        comment,
        empty(interval.product()),
        said.isEmpty() ? null : said.getFirst().by(),
        said.isEmpty() ? 0 : said.getFirst().id());
  }

  static String id(StateInterval interval) {
    String id = interval.id() + "-" + interval.period().start().toEpochMilli();
    // Fillers have no number of their own; two units may begin to be unseen at the same time.
    return interval.id() == 0 ? id + "@" + interval.workUnit() : id;
  }

  static @Nullable String empty(String text) {
    return text.isEmpty() ? null : text;
  }
}
