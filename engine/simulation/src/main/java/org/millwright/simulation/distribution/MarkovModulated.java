// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.distribution;

import java.util.List;
import org.millwright.simulation.kernel.Archive;
import org.millwright.simulation.random.RandomStream;

/**
 * The times between events of a Markov-modulated Poisson process: the rate of events depends on a
 * phase that itself changes at random (Fischer and Meier-Hellstern, 1993).
 *
 * @param rates events per time unit in each phase
 * @param generator changes per time unit from phase (row) to phase (column); the diagonal is
 *     ignored
 */
public record MarkovModulated(List<Double> rates, List<List<Double>> generator)
    implements Distribution {

  public MarkovModulated {
    rates = List.copyOf(rates);
    generator = generator.stream().map(List::copyOf).toList();
  }

  @Override
  public Sampler sampler(RandomStream stream) {
    return new PhaseSampler(rates, generator, stream);
  }

  /** One over the mean rate, weighted by the share of time in each phase. */
  @Override
  public double mean() {
    double[] share = PhaseSampler.stationaryShares(rates.size(), generator);
    double rate = 0;
    for (int i = 0; i < share.length; i++) {
      rate += share[i] * rates.get(i);
    }
    return rate > 0 ? 1 / rate : Double.POSITIVE_INFINITY;
  }

  @Override
  public double lowest() {
    return 0;
  }

  /** Walks through the phases and remembers the one it is in. */
  private static final class PhaseSampler implements Sampler {

    private final double[][] weights;
    private final Choice[] steps;
    private final double[] leaving;
    private final RandomStream stream;
    private int phase;

    PhaseSampler(List<Double> rates, List<List<Double>> generator, RandomStream stream) {
      this.stream = stream;
      int count = rates.size();
      weights = new double[count][count];
      steps = new Choice[count];
      leaving = new double[count];
      for (int from = 0; from < count; from++) {
        for (int to = 0; to < count; to++) {
          weights[from][to] = to == from ? rates.get(from) : generator.get(from).get(to);
          leaving[from] += weights[from][to];
        }
        steps[from] = new Choice(weights[from]);
      }
    }

    @Override
    public double next() {
      double elapsed = 0;
      while (true) {
        elapsed += Exponential.draw(1 / leaving[phase], stream);
        int next = steps[phase].pick(stream.nextOpen());
        if (next == phase) {
          return elapsed;
        }
        phase = next;
      }
    }

    @Override
    public void exchange(Archive archive) {
      phase = archive.exchange(phase);
    }

    /** Shares of time by power iteration of the uniformised chain. */
    static double[] stationaryShares(int count, List<List<Double>> generator) {
      double fastest = 0;
      for (int from = 0; from < count; from++) {
        double sum = 0;
        for (int to = 0; to < count; to++) {
          sum += to == from ? 0 : generator.get(from).get(to);
        }
        fastest = Math.max(fastest, sum);
      }
      double[] share = new double[count];
      share[0] = 1;
      for (int round = 0; fastest > 0 && round < 100_000; round++) {
        share = step(share, generator, 2 * fastest);
      }
      return share;
    }

    private static double[] step(double[] share, List<List<Double>> generator, double pace) {
      double[] next = share.clone();
      for (int from = 0; from < share.length; from++) {
        for (int to = 0; to < share.length; to++) {
          double moved = to == from ? 0 : share[from] * generator.get(from).get(to) / pace;
          next[from] -= moved;
          next[to] += moved;
        }
      }
      return next;
    }
  }
}
