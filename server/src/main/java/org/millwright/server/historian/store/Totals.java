// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.util.concurrent.atomic.LongAdder;

/**
 * Running totals since the start; every sample handed over is stored, a duplicate, or still
 * waiting.
 */
final class Totals {
  final LongAdder received = new LongAdder();
  final LongAdder stored = new LongAdder();
  final LongAdder duplicate = new LongAdder();

  /** Those of {@link #stored} that came behind a later sample of their tag. */
  final LongAdder late = new LongAdder();

  final LongAdder sealed = new LongAdder();
}
