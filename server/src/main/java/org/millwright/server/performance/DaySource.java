// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

/** Which of two accounts of a day counts. */
enum DaySource {
  /** The day table's sums. */
  DAY,
  /** The single stops of the event table. */
  EVENTS
}
