// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.simulation;

import java.util.ArrayDeque;
import umontreal.ssj.randvar.ExponentialGen;
import umontreal.ssj.randvar.RandomVariateGen;
import umontreal.ssj.randvar.UniformGen;
import umontreal.ssj.rng.MRG32k3a;
import umontreal.ssj.simevents.Accumulate;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;

/** The same models on SSJ (L'Ecuyer), with its default event list and its own statistics. */
final class SsjPeer {

  private SsjPeer() {}

  /** The hold model; returns when the number of events was fired. */
  static void hold(int pending, long events) {
    Simulator simulator = new Simulator();
    simulator.init();
    long[] left = {events};
    RandomVariateGen delay = new UniformGen(new MRG32k3a(), 0, 2.0 * pending);
    for (int i = 0; i < pending; i++) {
      Event holder =
          new Event(simulator) {
            @Override
            public void actions() {
              if (--left[0] <= 0) {
                simulator.stop();
              }
              schedule(delay.nextDouble());
            }
          };
      holder.schedule(delay.nextDouble());
    }
    simulator.start();
  }

  /** An M/M/1 queue at 80 % with the time-average of its content; two events for each customer. */
  static double queue(long events) {
    Simulator simulator = new Simulator();
    simulator.init();
    long[] left = {events};
    RandomVariateGen gap = new ExponentialGen(new MRG32k3a(), 0.8);
    RandomVariateGen service = new ExponentialGen(new MRG32k3a(), 1);
    ArrayDeque<Double> line = new ArrayDeque<>();
    Accumulate content = new Accumulate(simulator);
    Event departure =
        new Event(simulator) {
          @Override
          public void actions() {
            line.removeFirst();
            content.update(line.size());
            if (!line.isEmpty()) {
              schedule(service.nextDouble());
            }
            left[0]--;
          }
        };
    Event arrival =
        new Event(simulator) {
          @Override
          public void actions() {
            line.addLast(simulator.time());
            content.update(line.size());
            if (line.size() == 1) {
              departure.schedule(service.nextDouble());
            }
            schedule(gap.nextDouble());
            if (--left[0] <= 0) {
              simulator.stop();
            }
          }
        };
    arrival.schedule(gap.nextDouble());
    simulator.start();
    return content.average();
  }
}
