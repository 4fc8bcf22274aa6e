// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/** Which element hands items to which, by index. Links to unknown elements are left out. */
public final class LineGraph {

  private final List<Element> elements;
  private final Map<String, Integer> indexOf = new HashMap<>();
  private final int[][] next;

  public LineGraph(List<Element> elements) {
    this.elements = List.copyOf(elements);
    for (int i = 0; i < elements.size(); i++) {
      indexOf.putIfAbsent(elements.get(i).id(), i);
    }
    next = new int[elements.size()][];
    for (int i = 0; i < next.length; i++) {
      next[i] =
          targets(elements.get(i)).stream()
              .filter(indexOf::containsKey)
              .mapToInt(indexOf::get)
              .distinct()
              .toArray();
    }
  }

  /** The ids of all elements an element may hand items to. */
  public static List<String> targets(Element element) {
    if (!(element instanceof ItemElement passed)) {
      return List.of();
    }
    List<String> ids = new ArrayList<>();
    List<Routing> routings = new ArrayList<>(List.of(passed.to()));
    if (passed instanceof Station station) {
      station.outputs().forEach(output -> routings.add(output.to()));
      station.inspection().ifPresent(check -> routings.add(check.reject()));
      station.inspection().ifPresent(check -> routings.add(check.otherwise()));
    }
    routings.forEach(routing -> routing.ways().forEach(way -> ids.add(way.to())));
    return ids;
  }

  /** For each element whether some element for which the start holds leads to it. */
  public boolean[] reachableFrom(IntPredicate start) {
    return spread(next, start);
  }

  /** What can be reached from some elements by way of some others alone. */
  public boolean[] reachableFrom(IntPredicate start, IntPredicate by) {
    int[][] open = new int[next.length][];
    for (int i = 0; i < open.length; i++) {
      open[i] = start.test(i) || by.test(i) ? next[i] : new int[0];
    }
    return spread(open, start);
  }

  /** For each element whether it leads to some element for which the goal holds. */
  public boolean[] leadsTo(IntPredicate goal) {
    int[] degree = new int[next.length];
    for (int[] targets : next) {
      for (int target : targets) {
        degree[target]++;
      }
    }
    int[][] previous = new int[next.length][];
    Arrays.setAll(previous, i -> new int[degree[i]]);
    for (int from = 0; from < next.length; from++) {
      for (int target : next[from]) {
        previous[target][--degree[target]] = from;
      }
    }
    return spread(previous, goal);
  }

  private static boolean[] spread(int[][] links, IntPredicate start) {
    boolean[] reached = new boolean[links.length];
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < links.length; i++) {
      if (start.test(i)) {
        reached[i] = true;
        open.add(i);
      }
    }
    while (!open.isEmpty()) {
      for (int target : links[open.remove()]) {
        if (!reached[target]) {
          reached[target] = true;
          open.add(target);
        }
      }
    }
    return reached;
  }

  /** For each element whether it lies on a loop. */
  public boolean[] onLoop() {
    return onLoopAmong(i -> true);
  }

  /**
   * For each element whether it lies on a loop of elements that are all allowed.
   *
   * <p>Peels off, over and over, elements without an allowed predecessor and those without an
   * allowed successor; what is left lies on a loop or between two loops.
   */
  public boolean[] onLoopAmong(IntPredicate allowed) {
    boolean[] in = new boolean[next.length];
    for (int i = 0; i < in.length; i++) {
      in[i] = allowed.test(i);
    }
    boolean changed = true;
    while (changed) {
      changed = peel(in, next);
      changed |= peel(in, reversed());
    }
    return in;
  }

  private int[][] reversed() {
    List<List<Integer>> back = new ArrayList<>();
    for (int i = 0; i < next.length; i++) {
      back.add(new ArrayList<>());
    }
    for (int from = 0; from < next.length; from++) {
      for (int target : next[from]) {
        back.get(target).add(from);
      }
    }
    return back.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /** Removes what no link leads to; true when something was removed. */
  private static boolean peel(boolean[] in, int[][] links) {
    int[] degree = new int[in.length];
    for (int from = 0; from < in.length; from++) {
      for (int target : in[from] ? links[from] : new int[0]) {
        degree[target]++;
      }
    }
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < in.length; i++) {
      if (in[i] && degree[i] == 0) {
        open.add(i);
      }
    }
    boolean changed = !open.isEmpty();
    while (!open.isEmpty()) {
      int gone = open.remove();
      in[gone] = false;
      for (int target : links[gone]) {
        if (--degree[target] == 0 && in[target]) {
          open.add(target);
        }
      }
    }
    return changed;
  }

  /** The index of the element with an id, -1 when there is none. */
  public int indexOf(String id) {
    return indexOf.getOrDefault(id, -1);
  }

  public Element element(int index) {
    return elements.get(index);
  }
}
