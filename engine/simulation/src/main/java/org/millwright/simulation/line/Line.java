// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.line;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.kernel.EventHandler;
import org.millwright.simulation.kernel.EventLoop;
import org.millwright.simulation.model.TimeScale;
import org.millwright.simulation.statistics.LevelRecord;

/** One replication of a line: its elements, the items on it and its clock. */
public final class Line {

  /** Items on the line at once after which it is taken to grow without bound. */
  public static final int MOST_ITEMS = 2_000_000;

  private static final long HASH_PRIME = 0x9E3779B97F4A7C15L;

  final Items items = new Items();
  final LevelRecord inSystem = new LevelRecord();
  final ItemCounts counts = new ItemCounts();

  private final TimeScale scale;
  private final EventLoop loop;
  private final EventHandler[] handlers;
  private final IntRing announced = new IntRing();
  private Parts parts = Parts.NONE;
  private @Nullable TraceListener listener;
  private long traceHash;
  private boolean suspicious;
  private boolean overfull;
  private List<String> deadlock = List.of();
  private long statisticsFrom;

  /** A line whose elements are put in by its builder. */
  Line(TimeScale scale, int handlerCount) {
    this.scale = scale;
    handlers = new EventHandler[handlerCount];
    loop = new EventLoop(handlers);
  }

  /** Puts the built parts in and starts what goes on by itself. */
  void install(Parts built) {
    parts = built;
    System.arraycopy(built.handlers(), 0, handlers, 0, handlers.length);
  }

  /** Starts sources, shifts and failure clocks; called once, at time 0. */
  void start() {
    for (Node node : parts.nodes()) {
      node.start();
    }
    parts.pools().forEach(PoolState::start);
    parts.fluids().start();
    settle();
  }

  /** Tells a listener what happens from now on. */
  public void follow(TraceListener traceListener) {
    listener = traceListener;
  }

  /**
   * Runs up to and including a time.
   *
   * @param until in ticks
   * @param budget the most events over the life of the line
   */
  public RunEnd run(long until, long budget) {
    while (true) {
      EventLoop.Stop stop = loop.run(until, budget);
      boolean atRest = loop.queue().foreground() == 0;
      switch (stop) {
        case TIME -> {
          return atRest && isStuck() ? stuck() : new RunEnd.Reached();
        }
        case REST -> {
          if (isStuck()) {
            return stuck();
          }
        }
        case REQUEST -> {
          return overfull ? new RunEnd.Overfull(fullest()) : new RunEnd.Deadlocked(deadlock);
        }
        case STANDSTILL -> {
          return new RunEnd.Standstill(parts.nodes()[0].id);
        }
        case BUDGET -> {
          return new RunEnd.OutOfBudget();
        }
      }
    }
  }

  /**
   * With nothing under way, items on the line never move; only the end of a finite supply is no
   * fault.
   */
  private boolean isStuck() {
    return inSystem.level() > 0 && DeadlockProbe.isFault(parts.nodes());
  }

  private RunEnd stuck() {
    return new RunEnd.Deadlocked(DeadlockProbe.holding(parts.nodes()));
  }

  private String fullest() {
    Node most = parts.nodes()[0];
    for (Node node : parts.nodes()) {
      most = node.level.level() > most.level.level() ? node : most;
    }
    return most.id;
  }

  /** The current time in ticks. */
  public long now() {
    return loop.now();
  }

  /** Events fired so far. */
  public long events() {
    return loop.fired();
  }

  /** How ticks relate to the model's time unit. */
  public TimeScale scale() {
    return scale;
  }

  /** A number that two runs share exactly when the same things happened at the same times. */
  public long traceHash() {
    return traceHash;
  }

  /** When statistics were last restarted, in ticks. */
  public long statisticsFrom() {
    return statisticsFrom;
  }

  /** Forgets what was observed so far; the state of the line stays. */
  public void restartStatistics() {
    statisticsFrom = now();
    inSystem.restart(statisticsFrom);
    counts.restart();
    parts.restartStatistics(statisticsFrom);
  }

  Parts parts() {
    return parts;
  }

  Node node(int index) {
    return parts.nodes()[index];
  }

  EventLoop loop() {
    return loop;
  }

  /** Calls something for every element that items pass. */
  void forEachNode(Consumer<Node> action) {
    for (Node node : parts.nodes()) {
      action.accept(node);
    }
  }

  void announce(int node) {
    announced.addLast(node);
  }

  void suspectDeadlock() {
    suspicious = true;
  }

  /** Works off the announcements of room, and looks for a deadlock when one is possible. */
  void settle() {
    while (!announced.isEmpty()) {
      node(announced.removeFirst()).wake();
    }
    if (suspicious) {
      suspicious = false;
      List<String> circle = DeadlockProbe.circle(parts.nodes());
      if (!circle.isEmpty()) {
        deadlock = circle;
        loop.requestStop();
      }
    }
  }

  /** Stops the run because a part of it goes on without end. */
  void overflow() {
    overfull = true;
    loop.requestStop();
  }

  /** A new item comes onto the line. */
  void admit() {
    inSystem.enter(now());
    counts.admitted++;
    if (items.live() > MOST_ITEMS) {
      overflow();
    }
  }

  /** An item leaves the line finished. */
  void finish(int item, int node) {
    trace(TraceKind.FINISH, node, item);
    counts.finished++;
    dispose(item);
  }

  /** An item is lost to scrap. */
  void scrap(int item, int node) {
    trace(TraceKind.DISCARD, node, item);
    counts.scrapped++;
    dispose(item);
  }

  /** An item becomes part of another. */
  void consume(int item, int node) {
    trace(TraceKind.DISCARD, node, item);
    counts.consumed++;
    dispose(item);
  }

  /** An item comes into being from another one. */
  int split(int product, int from) {
    int item = items.create(product, items.born[from]);
    items.defective[item] = items.defective[from];
    inSystem.enter(now());
    counts.split++;
    return item;
  }

  private void dispose(int item) {
    inSystem.leave(now(), items.born[item]);
    freeCards(item);
    items.remove(item);
  }

  /** Gives back the cards an item still carries. */
  void freeCards(int item) {
    if (items.cards[item] != 0) {
      for (CardCount loopCards : parts.loops()) {
        loopCards.free(item);
      }
    }
  }

  void trace(TraceKind kind, int node, int item) {
    trace(kind, node, items.serial[item], node(node).id);
  }

  void trace(TraceKind kind, int handler, long subject, String id) {
    long event = (now() * 31 + kind.code()) * 31 + handler;
    traceHash = (traceHash ^ (event + (subject << 20))) * HASH_PRIME;
    traceHash ^= traceHash >>> 29;
    TraceListener follower = listener;
    if (follower != null) {
      follower.record(now(), kind, id, subject);
    }
  }

  /** Writes the whole state to an archive or takes it from there. */
  void exchange(Archive archive) {
    loop.exchange(archive);
    items.exchange(archive);
    inSystem.exchange(archive);
    counts.exchange(archive);
    announced.exchange(archive);
    traceHash = archive.exchange(traceHash);
    statisticsFrom = archive.exchange(statisticsFrom);
    parts.exchange(archive);
  }
}
