// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Placement;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.ShopCompiler;
import org.millwright.scheduling.shop.Timetable;
import org.millwright.scheduling.shop.Valuation;

/** Places the operations of an earlier plan anew, in the same order and on the same machines. */
public final class Replay {

  /** Attempts to find a place for everything. */
  private static final int MOST_PASSES = 4;

  /**
   * How much more a plan may cost that moves only what it must. The search that follows makes good
   * for tardiness, but it never brings back what was moved.
   */
  private static final double WORTH_OF_CALM = 2;

  private final Shop shop;
  private final int[] modes;
  private final long[] key;

  private Replay(Shop shop, Plan plan) {
    this.shop = shop;
    modes = new int[shop.operations];
    key = new long[shop.operations];
    Arrays.fill(modes, -1);
    Map<Long, Placement> places = new HashMap<>();
    plan.placements().forEach(p -> places.put((long) p.job() << 32 | p.operation(), p));
    for (int o = 0; o < shop.operations; o++) {
      Placement place = places.get((long) shop.job[o] << 32 | shop.index[o]);
      if (place != null) {
        modes[o] = shop.modeOn(o, place.machine());
        key[o] = place.start();
      } else {
        int due = shop.due[shop.job[o]];
        key[o] = Math.max(shop.earliest[o], due == Job.NO_DUE ? 0 : due - 2L * shop.tail[o]);
      }
    }
    keepJobsInOrder();
  }

  /** A legal plan for a problem that keeps the order of another plan as far as it can be kept. */
  public static Plan inOrder(Problem problem, Plan plan) {
    Shop shop = ShopCompiler.compile(problem);
    Replay replay = new Replay(shop, plan);
    Candidate best = replay.run();
    if (shop.trains.length == 0) {
      Valuation valuation = new Valuation(shop);
      Timetable table = new TimelyReplay(shop, replay.modes, replay.key).run();
      Candidate timely = Candidate.of(valuation.cost(table), table);
      best = timely.cost() < WORTH_OF_CALM * best.cost() ? timely : best;
    }
    return Withdrawal.legalPart(problem, Plans.of(shop, best));
  }

  private void keepJobsInOrder() {
    for (int o = 0; o < shop.operations; o++) {
      for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
        key[o] = Math.max(key[o], key[shop.pred[link]]);
      }
    }
  }

  /** What came too late for a locked operation goes first the next time. */
  private Candidate run() {
    boolean[] first = shop.urgent.clone();
    Candidate best = attempt(first);
    for (int pass = 1; pass < MOST_PASSES && promote(first, best); pass++) {
      Candidate next = attempt(first);
      best = next.cost() < best.cost() ? next : best;
    }
    return best;
  }

  private boolean promote(boolean[] first, Candidate from) {
    boolean any = false;
    for (int o = shop.operations - 1; o >= 0; o--) {
      if (from.start()[o] < 0 && !first[o]) {
        any = true;
        first[o] = true;
      }
      for (int link = shop.predFrom[o]; first[o] && link < shop.predFrom[o + 1]; link++) {
        first[shop.pred[link]] = true;
      }
    }
    return any;
  }

  private Candidate attempt(boolean[] first) {
    int[] order =
        IntStream.range(0, shop.operations)
            .filter(o -> !shop.isLocked(o))
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(o -> first[o] ? 0 : 1)
                    .thenComparingLong(o -> key[o])
                    .thenComparingInt(o -> o))
            .mapToInt(Integer::intValue)
            .toArray();
    Timetable table = new Timetable(shop);
    for (int o : order) {
      if (!table.isPlaced(o) && !table.append(o, modes)) {
        boolean elsewhere = table.append(o, null);
        assert elsewhere || !table.isPlaced(o);
      }
    }
    return Candidate.of(new Valuation(shop).cost(table), table);
  }
}
