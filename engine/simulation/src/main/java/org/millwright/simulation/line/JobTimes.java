// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.simulation.distribution.Variate;
import org.millwright.simulation.kernel.Archive;

/** How long jobs and changeovers take at one station. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read in the inner loop
record JobTimes(Variate[] ofProduct, @Nullable Variate[][] change) {

  long next(int product) {
    return ofProduct[product].nextTicks();
  }

  /** Ticks to change from one product to another; none before the first job. */
  long changeover(int from, int to) {
    if (from == to || from < 0 || change.length == 0) {
      return 0;
    }
    Variate time = change[from][to];
    return time == null ? 0 : time.nextTicks();
  }

  void exchange(Archive archive) {
    List<Variate> seen = new ArrayList<>();
    for (Variate variate : ofProduct) {
      exchangeOnce(variate, seen, archive);
    }
    for (@Nullable Variate[] row : change) {
      for (Variate variate : row) {
        if (variate != null) {
          exchangeOnce(variate, seen, archive);
        }
      }
    }
  }

  private static void exchangeOnce(Variate variate, List<Variate> seen, Archive archive) {
    if (seen.stream().noneMatch(other -> other == variate)) {
      seen.add(variate);
      variate.exchange(archive);
    }
  }
}
