// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

/** Takes counts when a stretch of time is complete. */
@FunctionalInterface
public interface CountSink {

  /**
   * Takes what was made in a stretch of time.
   *
   * @param startMillis first millisecond, since 1970
   * @param endMillis first millisecond after it
   * @param product what was made, empty when unknown
   * @param total equals {@code good + scrap + rework}
   */
  void accept(
      long startMillis,
      long endMillis,
      String product,
      long total,
      long good,
      long scrap,
      long rework);
}
