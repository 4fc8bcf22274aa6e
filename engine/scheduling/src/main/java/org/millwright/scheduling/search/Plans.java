// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Unplanned;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.Timetable;
import org.millwright.scheduling.shop.Valuation;

/** Turns candidates into plans. */
final class Plans {

  private Plans() {}

  static Plan of(Shop shop, Candidate candidate) {
    List<Placement> placements = new ArrayList<>(shop.operations);
    List<Unplanned> unplanned = new ArrayList<>();
    for (int o = 0; o < shop.operations; o++) {
      if (candidate.start()[o] < 0) {
        unplanned.add(new Unplanned(shop.job[o], shop.index[o], Reasons.why(shop, candidate, o)));
      } else {
        placements.add(
            new Placement(
                shop.job[o],
                shop.index[o],
                shop.isLocked(o) ? shop.lockMachine[o] : shop.modeMachine[candidate.mode()[o]],
                candidate.start()[o],
                candidate.end()[o]));
      }
    }
    placements.sort(Comparator.comparingInt(Placement::job).thenComparingInt(Placement::operation));
    return new Plan(placements, unplanned);
  }

  /** A plan as a candidate; operations it does not hold have no place. */
  static Candidate candidate(Shop shop, Plan plan, Valuation valuation) {
    Timetable table = new Timetable(shop);
    Map<Long, Placement> places = new HashMap<>();
    for (Placement placement : plan.placements()) {
      places.put((long) placement.job() << 32 | placement.operation(), placement);
    }
    for (int o = 0; o < shop.operations; o++) {
      Placement placement = places.get((long) shop.job[o] << 32 | shop.index[o]);
      if (placement != null) {
        table.start[o] = placement.start();
        table.end[o] = placement.end();
        table.mode[o] = shop.modeOn(o, placement.machine());
      }
    }
    return Candidate.of(valuation.cost(table), table);
  }
}
