// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.bound;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.shop.Shop;

/**
 * The bound a group of machines gives: the operations that can run on no other machine must all go
 * through it.
 *
 * <p>For one machine this is the preemptive schedule of Jackson (heads, durations, tails: Carlier
 * 1982); for several, work spread evenly between the least heads and tails.
 */
final class GroupBound {

  private static final int MOST_GROUPS = 2_000;

  private final Shop shop;
  private final int[] head;
  private final int[] after;

  private GroupBound(Shop shop, int[] head) {
    this.shop = shop;
    this.head = head;
    after = new int[shop.operations];
    for (int o = shop.operations - 1; o >= 0; o--) {
      for (int s = shop.succFrom[o]; s < shop.succFrom[o + 1]; s++) {
        int next = shop.succ[s];
        int link = shop.succLink[s];
        boolean plain = shop.lots[link] == 1 && shop.minLag[link] < Link.UNLIMITED;
        after[o] =
            Math.max(after[o], plain ? after[next] + shop.shortest(next) + shop.minLag[link] : 0);
      }
    }
  }

  static double of(Shop shop, int[] head) {
    GroupBound bound = new GroupBound(shop, head);
    double best = 0;
    for (Map.Entry<BitSet, List<Integer>> group : bound.groups().entrySet()) {
      List<Integer> members = group.getValue();
      best =
          Math.max(
              best,
              group.getKey().cardinality() == 1
                  ? bound.preemptive(members)
                  : bound.spread(members, group.getKey().cardinality()));
    }
    return best;
  }

  /** Operations by the smallest sets of machines they are confined to, small sets in large ones. */
  private Map<BitSet, List<Integer>> groups() {
    Map<BitSet, List<Integer>> own = new LinkedHashMap<>();
    for (int o = 0; o < shop.operations; o++) {
      BitSet machines = new BitSet();
      boolean batching = false;
      for (int mode = shop.modeFrom[o]; mode < shop.modeFrom[o + 1]; mode++) {
        machines.set(shop.modeMachine[mode]);
        batching |= shop.batchCapacity[shop.modeMachine[mode]] > 0;
      }
      if (!batching && !machines.isEmpty()) {
        own.computeIfAbsent(machines, key -> new ArrayList<>()).add(o);
      }
    }
    if (own.size() > 1 && own.size() <= MOST_GROUPS) {
      Map<BitSet, List<Integer>> closed = new LinkedHashMap<>();
      for (BitSet outer : own.keySet()) {
        List<Integer> members = new ArrayList<>();
        own.forEach((inner, operations) -> addIfInside(inner, outer, operations, members));
        closed.put(outer, members);
      }
      BitSet all = new BitSet();
      all.set(0, shop.machines);
      List<Integer> everything = new ArrayList<>();
      own.values().forEach(everything::addAll);
      closed.putIfAbsent(all, everything);
      return closed;
    }
    return own;
  }

  private static void addIfInside(
      BitSet inner, BitSet outer, List<Integer> operations, List<Integer> members) {
    BitSet outside = (BitSet) inner.clone();
    outside.andNot(outer);
    if (outside.isEmpty()) {
      members.addAll(operations);
    }
  }

  private double spread(List<Integer> members, int machines) {
    long work = 0;
    int leastHead = Integer.MAX_VALUE;
    int leastTail = Integer.MAX_VALUE;
    for (int o : members) {
      work += shop.shortest(o);
      leastHead = Math.min(leastHead, head[o]);
      leastTail = Math.min(leastTail, after[o]);
    }
    return (double) leastHead + Math.ceilDiv(work, machines) + leastTail;
  }

  private double preemptive(List<Integer> members) {
    List<Integer> byHead = new ArrayList<>(members);
    byHead.sort(Comparator.comparingInt(o -> head[o]));
    PriorityQueue<int[]> waiting =
        new PriorityQueue<>((a, b) -> Integer.compare(after[b[0]], after[a[0]]));
    long now = 0;
    long bound = 0;
    int next = 0;
    while (next < byHead.size() || !waiting.isEmpty()) {
      if (waiting.isEmpty()) {
        now = Math.max(now, head[byHead.get(next)]);
      }
      while (next < byHead.size() && head[byHead.get(next)] <= now) {
        int o = byHead.get(next++);
        waiting.add(new int[] {o, shop.shortest(o)});
      }
      int[] current = waiting.remove();
      long until = next < byHead.size() ? head[byHead.get(next)] : Long.MAX_VALUE;
      long run = Math.min(current[1], until - now);
      now += run;
      current[1] -= (int) run;
      if (current[1] > 0) {
        waiting.add(current);
      } else {
        bound = Math.max(bound, now + after[current[0]]);
      }
    }
    return bound;
  }
}
