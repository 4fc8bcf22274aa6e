// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.Arrays;

/**
 * A plan in the making: operations are placed one after the other, each as early as every rule
 * allows given what has been placed before, and always behind the operations already on its
 * machine.
 *
 * <p>Which order they come in, and on which machines, decides how good the plan is; every order
 * gives a legal one. Not for use by several threads.
 */
public final class Timetable {

  /** A tick nothing can reach: there is no place for the operation. */
  public static final int NEVER = WorkClock.NEVER;

  private final Shop shop;

  /** By operation: start and end, -1 while it has no place, and the mode it runs in. */
  public final int[] start;

  public final int[] end;
  public final int[] mode;

  /** By machine: when it is free, and the family it is set up for. */
  final int[] free;

  final int[] family;
  private final int[] nextLock;

  /** By locked operation: when its machine is free of it. */
  private final int[] lockFree;

  private final int[][] locked;
  private final Profile[] profiles;
  private final Ledger[] ledgers;
  private final Ledger[] fullLedgers;
  private final Loads loads;
  private final TrainPlacer trains;

  /** Placements since {@link #mark}, to be taken back; empty while nobody asked for it. */
  private final Journal journal = new Journal();

  /** An empty timetable, apart from the locked operations. */
  public Timetable(Shop shop) {
    this.shop = shop;
    start = new int[shop.operations];
    end = new int[shop.operations];
    mode = new int[shop.operations];
    free = new int[shop.machines];
    family = new int[shop.machines];
    nextLock = new int[shop.machines];
    lockFree = new int[shop.operations];
    locked = LockWindows.byMachine(shop);
    profiles =
        shop.problem.resources().stream()
            .map(resource -> new Profile(resource.capacity()))
            .toArray(Profile[]::new);
    fullLedgers = shop.problem.materials().stream().map(Ledger::new).toArray(Ledger[]::new);
    ledgers = shop.problem.materials().stream().map(Ledger::new).toArray(Ledger[]::new);
    loads = new Loads(shop);
    trains = new TrainPlacer(shop, this);
    clear();
  }

  /** Takes everything out again but the locked operations. */
  public void clear() {
    Arrays.fill(start, -1);
    Arrays.fill(end, -1);
    Arrays.fill(mode, -1);
    System.arraycopy(shop.availableFrom, 0, free, 0, shop.machines);
    System.arraycopy(shop.initialFamily, 0, family, 0, shop.machines);
    Arrays.fill(nextLock, 0);
    loads.clear();
    for (Profile profile : profiles) {
      profile.clear();
    }
    for (int i = 0; i < ledgers.length; i++) {
      ledgers[i].copyFrom(fullLedgers[i]);
    }
    for (int[] list : locked) {
      for (int operation : list) {
        placeLocked(operation);
      }
    }
  }

  private void placeLocked(int operation) {
    start[operation] = shop.lockStart[operation];
    end[operation] = shop.lockEnd[operation];
    mode[operation] = shop.modeOn(operation, shop.lockMachine[operation]);
    lockFree[operation] = end[operation];
    if (shop.blocking[shop.lockMachine[operation]]) {
      for (int s = shop.succFrom[operation]; s < shop.succFrom[operation + 1]; s++) {
        int after = shop.lockStart[shop.succ[s]];
        lockFree[operation] = Math.max(lockFree[operation], after);
      }
    }
    supply(operation, 1);
  }

  /** Whether an operation has a place. */
  public boolean isPlaced(int operation) {
    return start[operation] >= 0;
  }

  /** When a machine is free to be set up for what comes next. */
  public int freeAt(int machine) {
    return free[machine];
  }

  /** The family a machine is set up for, -1 for none. */
  public int familyOn(int machine) {
    return family[machine];
  }

  /**
   * The first tick the job lets an operation start in a mode, given the operations before it;
   * {@link #NEVER} while one of them has no place.
   */
  public int ready(int operation, int inMode) {
    int ready = shop.earliest[operation];
    if (shop.earliestEnd[operation] > 0) {
      WorkClock clock = shop.clock[shop.modeMachine[inMode]];
      int least = clock.startToEndAt(shop.earliestEnd[operation], shop.modeTicks[inMode]);
      ready = Math.max(ready, least);
    }
    for (int link = shop.predFrom[operation]; link < shop.predFrom[operation + 1]; link++) {
      int before = shop.pred[link];
      if (end[before] < 0) {
        return NEVER;
      }
      int at = end[before] + shop.minLag[link];
      if (shop.lots[link] > 1) {
        at = LockedLots.ready(shop, this, before, inMode, link);
      }
      if (at > ready) {
        ready = at;
      }
    }
    return ready;
  }

  /**
   * The first start in a mode from {@code ready} on that breaks no rule.
   *
   * @return {@link #NEVER} if there is none
   */
  public int fit(int operation, int inMode, int ready) {
    int machine = shop.modeMachine[inMode];
    if (shop.batchCapacity[machine] > 0) {
      if (shop.size[operation] > shop.batchCapacity[machine]) {
        return NEVER;
      }
      int joined = join(operation, inMode, machine, ready);
      if (joined >= 0) {
        return joined;
      }
    }
    int last = free[machine];
    int before = family[machine];
    int[] ahead = locked[machine];
    int next = nextLock[machine];
    int from = ready;
    while (true) {
      int begin =
          begin(
              operation,
              inMode,
              machine,
              Math.max(from, afterSetup(machine, last, before, operation)));
      if (begin >= NEVER) {
        return NEVER;
      }
      if (next == ahead.length || fitsBefore(operation, inMode, begin, before, ahead[next])) {
        int done = shop.clock[machine].finish(begin, shop.modeTicks[inMode]);
        return tooLate(operation, inMode, begin, done) ? NEVER : begin;
      }
      last = Math.max(last, lockFree[ahead[next]]);
      before = shop.family[ahead[next]] < 0 ? before : shop.family[ahead[next]];
      next++;
    }
  }

  private int afterSetup(int machine, int last, int before, int operation) {
    int setup = shop.setup(machine, before, shop.family[operation]);
    return setup == 0 ? last : shop.clock[machine].finish(last, setup);
  }

  private boolean fitsBefore(int operation, int inMode, int begin, int before, int lockedNext) {
    int machine = shop.modeMachine[inMode];
    int done = shop.clock[machine].finish(begin, shop.modeTicks[inMode]);
    int current = shop.family[operation] < 0 ? before : shop.family[operation];
    int setup = shop.setup(machine, current, shop.family[lockedNext]);
    int left = Math.max(done, leaves(operation, machine, lockedNext));
    return shop.clock[machine].finish(left, setup) <= shop.lockStart[lockedNext];
  }

  /** When what follows an operation elsewhere lets it leave a machine, as far as that is known. */
  private int leaves(int operation, int machine, int next) {
    int left = 0;
    for (int s = shop.succFrom[operation]; s < shop.succFrom[operation + 1]; s++) {
      if (shop.blocking[machine] && shop.succ[s] != next) {
        left = Math.max(left, start[shop.succ[s]]);
      }
    }
    return left;
  }

  /** First start from a tick on that suits calendar, resources and materials. */
  private int begin(int operation, int inMode, int machine, int from) {
    int[] resources = shop.modeResources[inMode];
    int[] consumed = shop.materials[operation];
    WorkClock clock = shop.clock[machine];
    int ticks = shop.modeTicks[inMode];
    int at = clock.begin(from, ticks, shop.mayPause[operation]);
    if (resources.length == 0 && consumed.length == 0) {
      return at;
    }
    while (at < NEVER) {
      int later = at;
      for (int i = 0; i < consumed.length; i++) {
        later = ledgers[consumed[i]].fit(later, shop.quantities[operation][i]);
      }
      int done = later >= NEVER ? NEVER : clock.finish(at, ticks);
      if (done >= NEVER) {
        return NEVER;
      }
      for (int i = 0; i < resources.length; i++) {
        later = profiles[resources[i]].fit(later, done - at, shop.modeUnits[inMode][i]);
      }
      if (later == at) {
        return at;
      }
      at = later >= NEVER ? NEVER : clock.begin(later, ticks, shop.mayPause[operation]);
    }
    return NEVER;
  }

  private int join(int operation, int inMode, int machine, int ready) {
    int load = loads.find(machine, operation, inMode, ready);
    if (load < 0) {
      return -1;
    }
    int at = loads.start(machine, load);
    int length = loads.end(machine, load) - at;
    if (shop.blocking[machine] && collides(operation, machine, at, loads.end(machine, load)) >= 0) {
      return -1;
    }
    for (int i = 0; i < shop.materials[operation].length; i++) {
      if (ledgers[shop.materials[operation][i]].fit(at, shop.quantities[operation][i]) != at) {
        return -1;
      }
    }
    for (int i = 0; i < shop.modeResources[inMode].length; i++) {
      Profile profile = profiles[shop.modeResources[inMode][i]];
      if (profile.fit(at, length, shop.modeUnits[inMode][i]) != at) {
        return -1;
      }
    }
    return tooLate(operation, inMode, at, loads.end(machine, load)) ? -1 : at;
  }

  private boolean tooLate(int operation, int inMode, int begin, int done) {
    return done > shop.latestEnd[operation]
        || LockedLots.miss(shop, operation, inMode, begin, done);
  }

  /** Places an operation at a start {@link #fit} has given for this mode. */
  public void place(int operation, int inMode, int at) {
    int machine = shop.modeMachine[inMode];
    start[operation] = at;
    mode[operation] = inMode;
    journal.note(operation, free[machine], family[machine], nextLock[machine]);
    int load = shop.batchCapacity[machine] > 0 ? loads.at(machine, at) : -1;
    if (load >= 0) {
      end[operation] = loads.end(machine, load);
      loads.join(machine, load, shop.size[operation]);
    } else {
      end[operation] = shop.clock[machine].finish(at, shop.modeTicks[inMode]);
      occupy(operation, machine, at);
      if (shop.batchCapacity[machine] > 0) {
        loads.open(machine, operation, inMode, at, end[operation]);
      }
    }
    supply(operation, 1);
    if (shop.urgent[operation] || shop.blocking[machine]) {
      holdForNeighbours(operation, machine);
    }
  }

  /** Locked operations hold machines without room until we start, and we ours until they start. */
  private void holdForNeighbours(int operation, int machine) {
    for (int link = shop.predFrom[operation]; link < shop.predFrom[operation + 1]; link++) {
      int before = shop.pred[link];
      if (shop.isLocked(before) && shop.blocking[shop.lockMachine[before]]) {
        lockFree[before] = Math.max(lockFree[before], start[operation]);
      }
    }
    for (int s = shop.succFrom[operation]; s < shop.succFrom[operation + 1]; s++) {
      if (shop.isLocked(shop.succ[s]) && shop.blocking[machine]) {
        hold(machine, shop.lockStart[shop.succ[s]]);
      }
    }
  }

  /** Whether a machine without room has been used after a locked operation that still holds it. */
  private boolean tooLateForLocked(int operation, int at) {
    for (int link = shop.predFrom[operation]; link < shop.predFrom[operation + 1]; link++) {
      int before = shop.pred[link];
      if (shop.isLocked(before) && shop.blocking[shop.lockMachine[before]]) {
        int machine = shop.lockMachine[before];
        boolean passed =
            free[machine] > shop.lockEnd[before]
                || (nextLock[machine] < locked[machine].length
                    && shop.lockStart[locked[machine][nextLock[machine]]] > shop.lockStart[before]);
        if ((passed && at > lockFree[before]) || at > nextLockAfter(machine, before)) {
          return true;
        }
      }
    }
    return false;
  }

  private int nextLockAfter(int machine, int before) {
    for (int other : locked[machine]) {
      if (shop.lockStart[other] > shop.lockStart[before]) {
        return shop.lockStart[other];
      }
    }
    return NEVER;
  }

  private void occupy(int operation, int machine, int at) {
    int[] ahead = locked[machine];
    int next = nextLock[machine];
    while (next < ahead.length && shop.lockStart[ahead[next]] < at) {
      int passed = shop.family[ahead[next]];
      family[machine] = passed < 0 ? family[machine] : passed;
      next++;
    }
    nextLock[machine] = next;
    free[machine] = end[operation];
    if (shop.family[operation] >= 0) {
      family[machine] = shop.family[operation];
    }
  }

  private void supply(int operation, int sign) {
    int inMode = mode[operation];
    if (inMode >= 0) {
      int[] resources = shop.modeResources[inMode];
      for (int i = 0; i < resources.length; i++) {
        int units = sign * shop.modeUnits[inMode][i];
        profiles[resources[i]].hold(start[operation], end[operation], units);
      }
    }
    int[] consumed = shop.materials[operation];
    for (int i = 0; i < consumed.length; i++) {
      ledgers[consumed[i]].consume(start[operation], sign * shop.quantities[operation][i]);
    }
  }

  /**
   * Whether an operation that has a place leaves its machine in time for what is locked next there.
   *
   * @return -1 if it does, otherwise the tick the machine is free after what is locked
   */
  int collides(int operation) {
    return collides(operation, shop.modeMachine[mode[operation]], start[operation], end[operation]);
  }

  private int collides(int operation, int machine, int begin, int done) {
    for (int next : locked[machine]) {
      if (shop.lockStart[next] > begin) {
        int left = Math.max(done, leaves(operation, machine, next));
        int setup =
            LockWindows.worstSetup(shop, machine, shop.family[operation], shop.family[next]);
        boolean clear = shop.clock[machine].finish(left, setup) <= shop.lockStart[next];
        return clear ? -1 : lockFree[next];
      }
    }
    return -1;
  }

  void hold(int machine, int until) {
    free[machine] = Math.max(free[machine], until);
  }

  /** From here on placements can be taken back. */
  void mark() {
    journal.open();
  }

  /** Keeps what has been placed since {@link #mark}. */
  void keep() {
    journal.close();
  }

  /** Takes back everything placed since {@link #mark}. */
  void takeBack() {
    for (int i = journal.size() - 1; i >= 0; i--) {
      int operation = journal.operation(i);
      int machine = shop.modeMachine[mode[operation]];
      supply(operation, -1);
      if (shop.batchCapacity[machine] > 0) {
        loads.leave(machine, operation, start[operation], shop.size[operation]);
      }
      free[machine] = journal.free(i);
      family[machine] = journal.family(i);
      nextLock[machine] = journal.nextLock(i);
      if (shop.urgent[operation]) {
        releaseLocked(operation);
      }
      start[operation] = -1;
      end[operation] = -1;
      mode[operation] = -1;
    }
    journal.close();
  }

  /** What is locked before an operation without a place holds its machine for the others only. */
  private void releaseLocked(int operation) {
    for (int link = shop.predFrom[operation]; link < shop.predFrom[operation + 1]; link++) {
      int before = shop.pred[link];
      if (shop.isLocked(before)) {
        int machine = shop.lockMachine[before];
        lockFree[before] = Math.max(shop.lockEnd[before], leaves(before, machine, operation));
      }
    }
  }

  /**
   * Places an operation, with its train if it has one, in given modes or where it ends first.
   *
   * @param modes by operation: the mode to use, -1 to take the one that ends first; null: all so
   * @return whether there was a place; if not, nothing has changed
   */
  public boolean append(int operation, int @org.jspecify.annotations.Nullable [] modes) {
    if (shop.train[operation] >= 0) {
      return trains.place(shop.trains[shop.train[operation]], modes);
    }
    return appendAlone(operation, modes == null ? -1 : modes[operation], 0);
  }

  /** Places one operation not before a tick. */
  boolean appendAlone(int operation, int wanted, int notBefore) {
    int best = wanted;
    int bestAt = NEVER;
    if (wanted >= 0) {
      bestAt = fit(operation, wanted, Math.max(notBefore, ready(operation, wanted)));
    } else {
      int bestEnd = NEVER;
      for (int m = shop.modeFrom[operation]; m < shop.modeFrom[operation + 1]; m++) {
        int at = fit(operation, m, Math.max(notBefore, ready(operation, m)));
        int done =
            at >= NEVER ? NEVER : shop.clock[shop.modeMachine[m]].finish(at, shop.modeTicks[m]);
        if (done < bestEnd || (done == bestEnd && done < NEVER && leavesLessIdle(m, best))) {
          best = m;
          bestAt = at;
          bestEnd = done;
        }
      }
    }
    if (bestAt >= NEVER
        || bestAt > shop.latestStart[operation]
        || (shop.urgent[operation] && tooLateForLocked(operation, bestAt))) {
      return false;
    }
    place(operation, best, bestAt);
    return true;
  }

  /** Of machines that would end at the same time, the one that has been free for less long. */
  private boolean leavesLessIdle(int a, int b) {
    return free[shop.modeMachine[a]] > free[shop.modeMachine[b]];
  }

  /** Copies the state of machines and supplies, but not the places of operations. */
  public void copyStateFrom(Timetable other) {
    System.arraycopy(other.free, 0, free, 0, free.length);
    System.arraycopy(other.family, 0, family, 0, family.length);
    System.arraycopy(other.nextLock, 0, nextLock, 0, nextLock.length);
    System.arraycopy(other.lockFree, 0, lockFree, 0, lockFree.length);
    loads.copyFrom(other.loads);
    for (int i = 0; i < profiles.length; i++) {
      profiles[i].copyFrom(other.profiles[i]);
    }
    for (int i = 0; i < ledgers.length; i++) {
      ledgers[i].copyFrom(other.ledgers[i]);
    }
  }
}
