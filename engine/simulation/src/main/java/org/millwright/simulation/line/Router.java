// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import org.millwright.simulation.distribution.Choice;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.model.Routing;
import org.millwright.simulation.random.RandomStream;

/** Hands items on by the rule of a routing. */
final class Router {

  private final Items items;
  private final Routing.Rule rule;
  private final Node[] targets;
  private final Choice choice;
  private final int[] wayOfProduct;
  private final RandomStream stream;
  private int turn;

  /**
   * A router.
   *
   * @param wayOfProduct the way of each product, used under {@link Routing.Rule#PRODUCT}
   */
  Router(Items items, Routing routing, Node[] targets, int[] wayOfProduct, RandomStream stream) {
    this.items = items;
    this.rule = routing.rule();
    this.targets = targets;
    this.choice = routing.choice();
    this.wayOfProduct = wayOfProduct;
    this.stream = stream;
  }

  /** Hands an item on; false when it has to wait, and is then remembered where it waits. */
  boolean send(int item, Node from) {
    if (targets.length == 1) {
      return targets[0].offer(item, from);
    }
    return switch (rule) {
      case FIRST -> sendToFirst(item, from);
      case SHORTEST -> sendToShortest(item, from);
      case PROBABILITY, CYCLE, PRODUCT -> targets[way(item)].offer(item, from);
    };
  }

  private boolean sendToFirst(int item, Node from) {
    for (Node target : targets) {
      if (target.offer(item, from)) {
        return true;
      }
    }
    return false;
  }

  private boolean sendToShortest(int item, Node from) {
    int best = shortest(item, from);
    return best >= 0 ? targets[best].offer(item, from) : sendToFirst(item, from);
  }

  private int shortest(int item, Node from) {
    int best = -1;
    for (int i = 0; i < targets.length; i++) {
      boolean shorter = best < 0 || targets[i].level.level() < targets[best].level.level();
      if (shorter && targets[i].admits(item, from)) {
        best = i;
      }
    }
    return best;
  }

  /**
   * Whether an item could be handed on now; if not, the asker is remembered where it would wait.
   */
  boolean reserve(int item, Node from) {
    if (rule == Routing.Rule.FIRST || rule == Routing.Rule.SHORTEST) {
      int preferred = rule == Routing.Rule.SHORTEST ? shortest(item, from) : 0;
      for (int i = 0; i < targets.length; i++) {
        int at = (Math.max(preferred, 0) + i) % targets.length;
        if (targets[at].reserve(item, from)) {
          items.way[item] = at;
          return true;
        }
      }
      return false;
    }
    return targets[way(item)].reserve(item, from);
  }

  /** Hands an item on to the place reserved for it. */
  void deliver(int item, Node from) {
    targets[items.way[item]].takeReserved(item, from);
  }

  /** Whether some target has room for an item now; asks without being remembered. */
  boolean canSend(int item, Node from) {
    if (targets.length == 1) {
      return targets[0].admits(item, from);
    }
    if (rule == Routing.Rule.FIRST || rule == Routing.Rule.SHORTEST) {
      for (Node target : targets) {
        if (target.admits(item, from)) {
          return true;
        }
      }
      return false;
    }
    return targets[way(item)].admits(item, from);
  }

  /** Remembers a node wherever an item of its own would have to wait. */
  void await(int item, Node waiting) {
    if (targets.length == 1) {
      targets[0].awaitRoom(waiting);
    } else if (rule == Routing.Rule.FIRST || rule == Routing.Rule.SHORTEST) {
      for (Node target : targets) {
        target.awaitRoom(waiting);
      }
    } else {
      targets[way(item)].awaitRoom(waiting);
    }
  }

  /** Gives up the place reserved for an item. */
  void cancelReservation(int item) {
    Node target = targets[items.way[item]];
    target.reserved--;
    target.announce();
  }

  private int way(int item) {
    int way = items.way[item];
    if (way == Items.NONE) {
      way = choose(item);
      items.way[item] = way;
    }
    return way;
  }

  private int choose(int item) {
    return switch (rule) {
      case PROBABILITY -> choice.pick(stream.nextOpen());
      case PRODUCT -> wayOfProduct[items.product[item]];
      case CYCLE -> {
        int next = turn;
        turn = (turn + 1) % targets.length;
        yield next;
      }
      case FIRST, SHORTEST -> 0;
    };
  }

  void exchange(Archive archive) {
    turn = archive.exchange(turn);
    stream.exchange(archive);
  }
}
