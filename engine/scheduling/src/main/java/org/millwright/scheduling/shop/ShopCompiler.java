// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.List;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Lock;
import org.millwright.scheduling.problem.Mode;
import org.millwright.scheduling.problem.Operation;
import org.millwright.scheduling.problem.Problem;

/** Fills a {@link Shop} from a validated problem. */
public final class ShopCompiler {

  final Problem problem;
  final int operations;
  final int[] jobFrom;
  final int[] due;
  final double[] weight;
  final int[] job;
  final int[] index;
  final int[] family;
  final int[] size;
  final int[] earliest;
  final boolean[] mayPause;
  final int[] latestEnd;
  final int[] lockMachine;
  final int[] lockStart;
  final int[] lockEnd;
  final int[] modeFrom;
  final int[] modeMachine;
  final int[] modeTicks;
  final int[][] modeResources;
  final int[][] modeUnits;
  final int[][] materials;
  final long[][] quantities;
  final int[] tail;
  final LinkTable links;
  final MachineTable machines;

  private static final int[] NOTHING = new int[0];
  private static final long[] NO_QUANTITIES = new long[0];

  private ShopCompiler(Problem problem) {
    this.problem = problem;
    operations = problem.operationCount();
    int jobs = problem.jobs().size();
    jobFrom = new int[jobs + 1];
    due = new int[jobs];
    weight = new double[jobs];
    job = new int[operations];
    index = new int[operations];
    family = new int[operations];
    size = new int[operations];
    earliest = new int[operations];
    mayPause = new boolean[operations];
    latestEnd = new int[operations];
    lockMachine = new int[operations];
    lockStart = new int[operations];
    lockEnd = new int[operations];
    modeFrom = new int[operations + 1];
    int modes =
        problem.jobs().stream()
            .flatMap(j -> j.operations().stream())
            .mapToInt(o -> o.modes().size())
            .sum();
    modeMachine = new int[modes];
    modeTicks = new int[modes];
    modeResources = new int[modes][];
    modeUnits = new int[modes][];
    materials = new int[operations][];
    quantities = new long[operations][];
    tail = new int[operations];
    machines = new MachineTable(problem);
    links = new LinkTable(problem);
    int at = 0;
    for (int j = 0; j < jobs; j++) {
      at = job(j, at);
    }
    jobFrom[jobs] = at;
    tails();
  }

  /** Compiles a problem that {@code Validator} has nothing against. */
  public static Shop compile(Problem problem) {
    return new Shop(new ShopCompiler(problem));
  }

  private int job(int j, int first) {
    Job source = problem.jobs().get(j);
    jobFrom[j] = first;
    due[j] = source.due();
    weight[j] = source.weight();
    int at = first;
    for (int position : links.order(j)) {
      job[at] = j;
      index[at] = position;
      operation(at, source, source.operations().get(position));
      at++;
    }
    return at;
  }

  private void operation(int at, Job source, Operation operation) {
    family[at] = operation.family();
    size[at] = operation.size();
    earliest[at] = Math.max(source.release(), operation.earliest());
    mayPause[at] = operation.mayPause();
    latestEnd[at] = problem.horizon();
    Lock lock = operation.lock();
    lockMachine[at] = lock == null ? -1 : lock.machine();
    lockStart[at] = lock == null ? 0 : lock.start();
    lockEnd[at] = lock == null ? 0 : lock.end();
    modes(at, operation.modes());
    int count = operation.materials().size();
    materials[at] = count == 0 ? NOTHING : new int[count];
    quantities[at] = count == 0 ? NO_QUANTITIES : new long[count];
    for (int i = 0; i < count; i++) {
      materials[at][i] = operation.materials().get(i).material();
      quantities[at][i] = operation.materials().get(i).quantity();
    }
  }

  private void modes(int at, List<Mode> modes) {
    int next = modeFrom[at];
    for (Mode mode : modes) {
      modeMachine[next] = mode.machine();
      modeTicks[next] = mode.duration();
      int uses = mode.resources().size();
      modeResources[next] = uses == 0 ? NOTHING : new int[uses];
      modeUnits[next] = uses == 0 ? NOTHING : new int[uses];
      for (int i = 0; i < uses; i++) {
        modeResources[next][i] = mode.resources().get(i).resource();
        modeUnits[next][i] = mode.resources().get(i).units();
      }
      next++;
    }
    modeFrom[at + 1] = next;
  }

  /** Runs backwards: operations of a job stand in an order that respects its links. */
  private void tails() {
    for (int o = operations - 1; o >= 0; o--) {
      int longest = 0;
      for (int s = links.succFrom[o]; s < links.succFrom[o + 1]; s++) {
        int after = links.succ[s];
        longest = Math.max(longest, tail[after]);
        int link = links.succLink[s];
        if (links.lots[link] == 1) {
          int latest =
              lockMachine[after] >= 0
                  ? lockStart[after]
                  : latestEnd[after] == problem.horizon()
                      ? problem.horizon()
                      : latestEnd[after] - shortest(after);
          latestEnd[o] = Math.min(latestEnd[o], latest - links.minLag[link]);
        }
      }
      tail[o] = longest + shortest(o);
    }
  }

  private int shortest(int o) {
    int least = Integer.MAX_VALUE;
    for (int mode = modeFrom[o]; mode < modeFrom[o + 1]; mode++) {
      least = Math.min(least, modeTicks[mode]);
    }
    return least == Integer.MAX_VALUE ? lockEnd[o] - lockStart[o] : least;
  }
}
