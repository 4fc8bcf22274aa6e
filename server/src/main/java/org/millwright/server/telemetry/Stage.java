// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keyed stage: one session for each edge node, on one thread. It knows no Jet, so that tests
 * drive it by hand.
 *
 * <p>A failure in one node's handling is a bug of ours; it is counted and ends that node's session,
 * which a rebirth mends, and never disturbs another.
 */
final class Stage {

  private static final System.Logger LOG = System.getLogger(Stage.class.getName());

  private final StageContext context;
  private final Outlet outlet;
  private final Map<EdgeNodeId, StagedNode> nodes = new HashMap<>();
  private Following following = Following.NOTHING;
  private long marked = -1;
  private long lastTick;

  Stage(int index, StageContext context) {
    this.context = context;
    outlet = new Outlet(index, context.samples());
  }

  /**
   * Takes a message; false when the historian is behind and the same message must be given again
   * later.
   */
  boolean take(Queued queued) {
    if (!outlet.ready()) {
      return false;
    }
    EdgeNodeId id = queued.route().node();
    try {
      StagedNode node = nodes.get(id);
      if (node == null) {
        node = meet(id, queued.message().arrival());
      }
      node.take(queued);
    } catch (RuntimeException e) {
      broken(id, e);
    }
    context.totals().handled.increment();
    return true;
  }

  private StagedNode meet(EdgeNodeId id, long now) {
    StagedNode node =
        id.edgeNode().equals(Route.PLAIN)
            ? new PlainNode(id.source(), context, outlet)
            : new SparkplugNode(id, context, outlet);
    node.follow(following, now);
    nodes.put(id, node);
    return node;
  }

  private void broken(EdgeNodeId id, RuntimeException e) {
    context.totals().broken.increment();
    nodes.remove(id);
    LOG.log(Level.ERROR, "The session of " + id + " failed and starts anew.", e);
    context.commands().requestRebirth(id);
  }

  /** Lets time pass; call it often, it acts ten times a second. */
  @SuppressWarnings("ReferenceEquality") // the same object means that nothing changed
  void tick(long now) {
    if (now - lastTick < 100 && now >= lastTick) {
      return;
    }
    lastTick = now;
    Following wanted = context.following().get();
    boolean changed = wanted != following;
    following = wanted;
    for (Map.Entry<EdgeNodeId, StagedNode> entry : List.copyOf(nodes.entrySet())) {
      try {
        if (changed) {
          entry.getValue().follow(wanted, now);
        }
        entry.getValue().tick(now);
      } catch (RuntimeException e) {
        broken(entry.getKey(), e);
      }
    }
    outlet.tick(now);
  }

  /**
   * Everything up to {@code position} that this stage gets has been taken. False when the same must
   * be said again later. While a session holds messages back, the mark stays where it was: they are
   * not in the history yet.
   */
  boolean mark(long position, long now) {
    boolean holding = nodes.values().stream().anyMatch(node -> node.holdsUntil() > now);
    if (!holding) {
      marked = Math.max(marked, position);
    }
    return outlet.mark(marked);
  }

  /** The journal has been read. */
  void replayed(long lastSeen, long position, long now) {
    nodes.values().forEach(node -> node.replayed(lastSeen, position, now));
  }

  /** The journal has been read after the job failed; the edge nodes are as they were. */
  void resumed(long now) {
    nodes.values().forEach(node -> node.resumed(now));
  }

  /** The platform stops. */
  void close(long now) {
    outlet.mark(marked);
    nodes.values().forEach(node -> node.close(now));
    nodes.clear();
  }
}
