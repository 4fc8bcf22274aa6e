// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

/**
 * One line of search, advanced slice by slice. Between slices, and only then, lanes exchange plans:
 * what a lane does in a slice depends on nothing but its own state, so that results do not depend
 * on the number of threads.
 */
interface Lane {

  /** Searches until the slice is over. */
  void advance(Budget budget);

  /** The best plan it has found. */
  Candidate best();

  /** Goes on from another lane's plan. */
  void adopt(Candidate other);
}
