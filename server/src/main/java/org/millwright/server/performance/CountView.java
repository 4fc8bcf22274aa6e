// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.millwright.performance.CountRecord;

/** A count record as the HTTP API shows it. */
public record CountView(
    String id,
    String unit,
    Instant from,
    Instant to,
    @Nullable String product,
    long total,
    long good,
    long scrap,
    long rework) {

  static CountView of(CountRecord record) {
    return new CountView(
        String.valueOf(record.id()),
        record.workUnit(),
        record.period().start(),
        record.period().end(),
        IntervalView.empty(record.product()),
        record.total(),
        record.good(),
        record.scrap(),
        record.rework());
  }
}
