// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.simulation;

import org.millwright.simulation.kernel.EventHandler;
import org.millwright.simulation.kernel.EventLoop;
import org.millwright.simulation.random.RandomStream;
import org.millwright.simulation.random.RandomStreams;

/**
 * The hold model: a fixed number of events is pending, and each, when it fires, schedules itself
 * again after a time drawn evenly between 0 and twice their number.
 */
final class HoldModel {

  private static final double TICKS = 1000;

  private final EventLoop loop;

  HoldModel(int pending) {
    EventHandler[] handlers = new EventHandler[16];
    loop = new EventLoop(handlers);
    for (int i = 0; i < handlers.length; i++) {
      RandomStream stream = new RandomStreams(1, 0).stream("holder " + i, "delay");
      int own = i;
      handlers[i] = (kind, argument) -> schedule(pending, stream, own, argument);
    }
    for (int i = 0; i < pending; i++) {
      handlers[i % handlers.length].fire(0, i);
    }
  }

  private void schedule(int pending, RandomStream stream, int handler, int argument) {
    long delay = (long) (stream.nextOpen() * 2 * pending * TICKS);
    loop.queue().schedule(loop.now() + delay, argument & 3, handler, 0, argument);
  }

  /** Fires a number of events more. */
  void run(long events) {
    loop.run(Long.MAX_VALUE, loop.fired() + events);
  }
}
