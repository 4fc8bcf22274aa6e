// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.SplittableRandom;
import org.millwright.scheduling.shop.Shop;

/**
 * Random changes to {@link Sequences}, most of them where they can help: on the chains of
 * operations that make jobs late, beside operations of the same family, on another machine about
 * the time the work arrives.
 */
final class SequenceMoves {

  private static final int LONGEST_CHAIN = 60;
  private static final int LONGEST_DELAY = 2_000;
  private static final int DRAWS = 16;
  private static final int NEAR = 40;
  private static final int LONGEST_BLOCK = 24;

  private final Shop shop;
  private final Sequences plan;
  private final SequenceCost cost;
  private final SplittableRandom random;
  private final int[] free;

  SequenceMoves(Shop shop, Sequences plan, SequenceCost cost, SplittableRandom random) {
    this.shop = shop;
    this.plan = plan;
    this.cost = cost;
    this.random = random;
    free =
        java.util.stream.IntStream.range(0, shop.operations)
            .filter(o -> !shop.isLocked(o))
            .toArray();
  }

  /** Whether there is anything to move. */
  boolean any() {
    return free.length > 0;
  }

  /** Makes a change; false if none came about or it breaks a lock or the horizon. */
  boolean change() {
    if (cost.keepsEarlier() && random.nextInt(3) > 0) {
      int root = rootOfDelay();
      if (root >= 0) {
        return mend(root);
      }
    }
    int kind = random.nextInt(100);
    if (cost.rewardsWaiting() && random.nextInt(4) == 0) {
      return await(free[random.nextInt(free.length)]);
    }
    int o = kind < 60 ? critical() : -1;
    if (o < 0) {
      o = free[random.nextInt(free.length)];
    }
    int choice = random.nextInt(100);
    if (choice < 35) {
      return step(o, shop.isLocked(o) ? 0 : signed(NEAR));
    }
    if (choice < 60) {
      return elsewhere(o, shop.modeFrom[o] + random.nextInt(Math.max(1, modes(o))));
    }
    if (choice < 75) {
      return besideFamily(o);
    }
    return choice < 88 ? block(o) : swap(o);
  }

  private int modes(int o) {
    return shop.modeFrom[o + 1] - shop.modeFrom[o];
  }

  /** A number other than 0 whose size is as likely small as large, on a logarithmic scale. */
  private int signed(int most) {
    int size = (int) Math.exp(random.nextDouble() * Math.log(most + 1.0));
    return random.nextBoolean() ? size : -size;
  }

  /**
   * An operation on the chain that ends a late job, or stands in its way; -1 if no job is late and
   * the makespan does not count.
   */
  private int critical() {
    int o = endOfChain();
    for (int i = 0; o >= 0 && i < LONGEST_CHAIN; i++) {
      int before = plan.before(o);
      int job = plan.jobReady(o);
      int machine = before < 0 ? 0 : plan.machineReady(o);
      int back = machine >= job && machine > shop.earliest[o] ? before : latestBefore(o);
      if (back < 0 || (job <= shop.earliest[o] && back != before)) {
        return unlocked(o);
      }
      if (random.nextInt(4) == 0) {
        return unlocked(back == before && random.nextInt(3) == 0 ? back : o);
      }
      o = back;
    }
    return unlocked(o);
  }

  /** The operation that began a delay against the earlier plan; -1 if none is found. */
  private int rootOfDelay() {
    int o = -1;
    for (int i = 0; i < DRAWS && o < 0; i++) {
      int drawn = free[random.nextInt(free.length)];
      o = cost.moved(plan, drawn) ? drawn : -1;
    }
    for (int i = 0; o >= 0 && i < LONGEST_DELAY && random.nextInt(32) > 0; i++) {
      int before = plan.before(o);
      boolean byMachine = before >= 0 && plan.machineReady(o) >= plan.jobReady(o);
      int back = byMachine ? before : latestBefore(o);
      if (back < 0 || shop.isLocked(back) || !cost.moved(plan, back)) {
        break;
      }
      o = back;
    }
    return o;
  }

  /** Takes the operation that began a delay, or one it pushes, somewhere else. */
  private boolean mend(int root) {
    int o = root;
    int after = plan.after(root);
    if (after >= 0 && !shop.isLocked(after) && random.nextInt(3) == 0) {
      o = after;
    }
    if (random.nextInt(4) > 0) {
      return elsewhere(o, shop.modeFrom[o] + random.nextInt(modes(o)));
    }
    return step(o, signed(NEAR));
  }

  private int unlocked(int o) {
    return o >= 0 && shop.isLocked(o) ? -1 : o;
  }

  private int endOfChain() {
    if (cost.lateCount() > 0) {
      int job = cost.late(random.nextInt(cost.lateCount()));
      int other = cost.late(random.nextInt(cost.lateCount()));
      return lastOf(cost.ofJob(other) > cost.ofJob(job) ? other : job);
    }
    if (cost.makespanFactor() > 0) {
      int last = -1;
      for (int m = 0; m < shop.machines; m++) {
        int o = plan.length(m) == 0 ? -1 : plan.at(m, plan.length(m) - 1);
        last = o >= 0 && (last < 0 || plan.end[o] > plan.end[last]) ? o : last;
      }
      return last;
    }
    return -1;
  }

  private int lastOf(int job) {
    int last = shop.jobFrom[job];
    for (int o = last; o < shop.jobFrom[job + 1]; o++) {
      last = plan.end[o] > plan.end[last] ? o : last;
    }
    return last;
  }

  private int latestBefore(int o) {
    int latest = -1;
    for (int link = shop.predFrom[o]; link < shop.predFrom[o + 1]; link++) {
      int before = shop.pred[link];
      latest = latest < 0 || plan.end[before] > plan.end[latest] ? before : latest;
    }
    return latest;
  }

  /** Moves an operation some places along its machine. */
  private boolean step(int o, int by) {
    return place(o, 1, plan.position[o] + by);
  }

  /** Puts operations side by side on a machine, from {@code first} on, at another place. */
  private boolean place(int first, int count, int wanted) {
    int m = plan.machine[first];
    int from = plan.position[first];
    int to = Math.max(0, Math.min(plan.length(m) - count, wanted));
    while (to != from && !allowed(m, from, count, to)) {
      to += to < from ? 1 : -1;
    }
    return to != from && plan.shift(m, from, count, to);
  }

  private boolean allowed(int m, int from, int count, int to) {
    int before = to == 0 ? -1 : plan.at(m, to - 1 < from ? to - 1 : to - 1 + count);
    int after = to + count == plan.length(m) ? -1 : plan.at(m, to < from ? to : to + count);
    for (int i = from; i < from + count; i++) {
      int o = plan.at(m, i);
      if (shop.isLocked(o) || !plan.fits(o, before, after)) {
        return false;
      }
    }
    return true;
  }

  /** Puts an operation in another mode, or the same, about when its work arrives. */
  private boolean elsewhere(int o, int mode) {
    if (modes(o) == 0 || shop.isLocked(o)) {
      return false;
    }
    int m = shop.modeMachine[mode];
    int ready = Math.max(plan.jobReady(o), shop.earliest[o]);
    int about =
        random.nextBoolean()
            ? plan.start[o]
            : ready + random.nextInt(Math.max(1, plan.start[o] - ready + 1));
    int wanted = plan.placeAt(m, about) + (random.nextInt(3) == 0 ? signed(6) : 0);
    if (random.nextInt(3) == 0) {
      wanted = nextToFamily(o, m, wanted);
    }
    return m == plan.machine[o] ? place(o, 1, wanted) : transfer(o, mode, wanted);
  }

  private boolean transfer(int o, int mode, int wanted) {
    int m = shop.modeMachine[mode];
    int to = Math.max(0, Math.min(plan.length(m), wanted));
    int way = 0;
    while (true) {
      int before = to == 0 ? -1 : plan.at(m, to - 1);
      int after = to == plan.length(m) ? -1 : plan.at(m, to);
      if (plan.fits(o, before, after)) {
        return plan.transfer(o, mode, to);
      }
      int next = plan.fits(o, -1, after) ? -1 : 1;
      to += next;
      if (next == -way || to < 0 || to > plan.length(m)) {
        return false;
      }
      way = next;
    }
  }

  /** The place beside the nearest operation of the same family, the wanted one if none is near. */
  private int nextToFamily(int o, int m, int wanted) {
    int near = Math.max(0, Math.min(plan.length(m), wanted));
    int skip = random.nextInt(3);
    for (int d = 0; d < NEAR; d++) {
      int left = near - 1 - d;
      int right = near + d;
      if (left >= 0 && alike(o, plan.at(m, left)) && skip-- == 0) {
        return left + 1;
      }
      if (right < plan.length(m) && alike(o, plan.at(m, right)) && skip-- == 0) {
        return right;
      }
    }
    return wanted;
  }

  private boolean alike(int o, int other) {
    return o != other && shop.family[o] == shop.family[other];
  }

  private boolean besideFamily(int o) {
    if (modes(o) == 0 || shop.isLocked(o)) {
      return false;
    }
    int mode = random.nextBoolean() ? plan.mode[o] : shop.modeFrom[o] + random.nextInt(modes(o));
    int m = shop.modeMachine[mode];
    if (m != plan.machine[o]) {
      return transfer(o, mode, nextToFamily(o, m, plan.placeAt(m, plan.start[o])));
    }
    int to = nextToFamily(o, m, plan.position[o]);
    return place(o, 1, to > plan.position[o] ? to - 1 : to);
  }

  /** Moves a run of the same family along its machine, beside its like or some places. */
  private boolean block(int o) {
    int m = plan.machine[o];
    int from = plan.position[o];
    int to = from + 1;
    boolean whole = random.nextInt(4) > 0;
    int most = whole ? LONGEST_BLOCK : 1 + random.nextInt(4);
    while (from > 0 && to - from < most && runs(o, plan.at(m, from - 1), whole)) {
      from--;
    }
    while (to < plan.length(m) && to - from < most && runs(o, plan.at(m, to), whole)) {
      to++;
    }
    int wanted = from + signed(NEAR);
    if (random.nextBoolean()) {
      wanted = beyond(o, m, from, to);
    }
    return place(plan.at(m, from), to - from, wanted);
  }

  private boolean runs(int o, int other, boolean whole) {
    return !shop.isLocked(other) && (!whole || shop.family[o] == shop.family[other]);
  }

  private int beyond(int o, int m, int from, int to) {
    if (random.nextBoolean()) {
      for (int i = to; i < plan.length(m) && i < to + NEAR; i++) {
        if (alike(o, plan.at(m, i))) {
          return i - (to - from);
        }
      }
    } else {
      for (int i = from - 1; i >= 0 && i > from - NEAR; i--) {
        if (alike(o, plan.at(m, i))) {
          return i + 1;
        }
      }
    }
    return from + signed(NEAR);
  }

  /** Changes places with another operation of the machine. */
  private boolean swap(int o) {
    int m = plan.machine[o];
    int from = plan.position[o];
    int to = from + signed(NEAR);
    if (to < 0 || to >= plan.length(m) || Math.abs(to - from) < 2) {
      return step(o, signed(4));
    }
    int other = plan.at(m, to);
    return step(o, to - from) && place(other, 1, from);
  }

  /** Lets an operation wait: for cheaper hours, or until what follows can start; or no longer. */
  private boolean await(int o) {
    if (plan.floor[o] > 0 && random.nextInt(3) == 0) {
      return plan.delay(o, 0);
    }
    if (cost.energyFactor() > 0 && cost.price().steps() > 0 && random.nextBoolean()) {
      int step = cost.price().stepAt(plan.start[o]) + 1 + random.nextInt(3);
      return step < cost.price().steps() && plan.delay(o, cost.price().stepFrom(step));
    }
    int room = room(o);
    if (room <= plan.start[o]) {
      return false;
    }
    int until =
        random.nextInt(3) > 0 ? room : plan.start[o] + random.nextInt(room - plan.start[o] + 1);
    return plan.delay(o, until);
  }

  /** The latest start that moves nothing else. */
  private int room(int o) {
    int limit = Integer.MAX_VALUE;
    int after = plan.after(o);
    if (after >= 0) {
      limit = plan.start[after] - plan.setupTicks[after];
    }
    for (int s = shop.succFrom[o]; s < shop.succFrom[o + 1]; s++) {
      limit = Math.min(limit, plan.start[shop.succ[s]] - shop.minLag[shop.succLink[s]]);
    }
    if (limit == Integer.MAX_VALUE || limit <= plan.end[o]) {
      return -1;
    }
    return shop.clock[plan.machine[o]].startToEndAt(limit, shop.modeTicks[plan.mode[o]]);
  }
}
