// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.shop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.millwright.scheduling.problem.Job;
import org.millwright.scheduling.problem.Link;
import org.millwright.scheduling.problem.Problem;

/** The links of all jobs, by operation and in both directions, and an order that respects them. */
final class LinkTable {

  final int[] predFrom;
  final int[] pred;
  final int[] minLag;
  final int[] maxLag;
  final int[] lots;
  final int[] succFrom;
  final int[] succ;
  final int[] succLink;

  private final List<int[]> orders = new ArrayList<>();

  LinkTable(Problem problem) {
    int operations = problem.operationCount();
    int count = problem.jobs().stream().mapToInt(job -> job.links().size()).sum();
    predFrom = new int[operations + 1];
    succFrom = new int[operations + 1];
    pred = new int[count];
    succ = new int[count];
    succLink = new int[count];
    minLag = new int[count];
    maxLag = new int[count];
    lots = new int[count];
    int first = 0;
    for (Job job : problem.jobs()) {
      int[] order = topological(job);
      orders.add(order);
      count(job, positions(order), first);
      first += order.length;
    }
    for (int o = 0; o < operations; o++) {
      predFrom[o + 1] += predFrom[o];
      succFrom[o + 1] += succFrom[o];
    }
    fill(problem);
  }

  /** Indices of a job's operations in the order they are numbered in. */
  int[] order(int job) {
    return orders.get(job);
  }

  private void count(Job job, int[] position, int first) {
    for (Link link : job.links()) {
      predFrom[first + position[link.after()] + 1]++;
      succFrom[first + position[link.before()] + 1]++;
    }
  }

  private void fill(Problem problem) {
    int[] nextPred = Arrays.copyOf(predFrom, predFrom.length);
    int[] nextSucc = Arrays.copyOf(succFrom, succFrom.length);
    int first = 0;
    for (int j = 0; j < orders.size(); j++) {
      int[] position = positions(orders.get(j));
      for (Link link : problem.jobs().get(j).links()) {
        int before = first + position[link.before()];
        int after = first + position[link.after()];
        int at = nextPred[after]++;
        pred[at] = before;
        minLag[at] = link.minLag();
        maxLag[at] = link.maxLag();
        lots[at] = link.lots();
        int to = nextSucc[before]++;
        succ[to] = after;
        succLink[to] = at;
      }
      first += position.length;
    }
  }

  private static int[] positions(int[] order) {
    int[] position = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      position[order[i]] = i;
    }
    return position;
  }

  private static int[] topological(Job job) {
    int count = job.operations().size();
    int[] open = new int[count];
    job.links().forEach(link -> open[link.after()]++);
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int o = 0; o < count; o++) {
      if (open[o] == 0) {
        ready.add(o);
      }
    }
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int next = ready.remove();
      order[i] = next;
      for (Link link : job.links()) {
        if (link.before() == next && --open[link.after()] == 0) {
          ready.add(link.after());
        }
      }
    }
    return order;
  }
}
