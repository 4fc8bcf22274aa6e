// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds elements that wait for each other for ever.
 *
 * <p>An element is alive when something under way in it will end, when it has room and nobody is
 * left to tell, or when it waits for one that is alive. What remains once no more can be called
 * alive is stuck: nothing inside will ever move.
 */
final class DeadlockProbe {

  private DeadlockProbe() {}

  /** The elements of a deadlock, none when there is none. */
  static List<String> circle(Node[] nodes) {
    boolean[] waits = new boolean[nodes.length];
    for (Node node : nodes) {
      for (int i = 0; i < node.waiters.size(); i++) {
        waits[node.waiters.get(i)] = true;
      }
    }
    boolean[] alive = new boolean[nodes.length];
    for (Node node : nodes) {
      alive[node.index] =
          !node.onLoop
              || !waits[node.index]
              || node.level.level() == 0
              || node.isActive()
              || node.isAnnounced();
    }
    spread(nodes, alive);
    return names(nodes, alive);
  }

  private static void spread(Node[] nodes, boolean[] alive) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Node node : nodes) {
        if (alive[node.index] && wakeWaiters(node, alive)) {
          changed = true;
        }
      }
    }
  }

  private static boolean wakeWaiters(Node node, boolean[] alive) {
    boolean changed = false;
    for (int i = 0; i < node.waiters.size(); i++) {
      int waiter = node.waiters.get(i);
      if (!alive[waiter]) {
        alive[waiter] = true;
        changed = true;
      }
    }
    return changed;
  }

  private static List<String> names(Node[] nodes, boolean[] alive) {
    List<String> stuck = new ArrayList<>();
    for (Node node : nodes) {
      if (!alive[node.index]) {
        stuck.add(node.id);
      }
    }
    return stuck;
  }

  /**
   * Whether rest with items on the line is a fault: someone is refused, or supply is not at its
   * end.
   */
  static boolean isFault(Node[] nodes) {
    boolean exhausted = false;
    for (Node node : nodes) {
      for (int i = 0; i < node.waiters.size(); i++) {
        if (!(nodes[node.waiters.get(i)] instanceof SourceNode)) {
          return true;
        }
      }
      exhausted |= node instanceof SourceNode source && source.isExhausted();
    }
    return !exhausted;
  }

  /** The elements that hold items in a line that has come to rest. */
  static List<String> holding(Node[] nodes) {
    List<String> holding = new ArrayList<>();
    for (Node node : nodes) {
      if (node.level.level() > 0 && !(node instanceof SourceNode)) {
        holding.add(node.id);
      }
    }
    return holding;
  }
}
