// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * One stream of random numbers, named: the same seed and name give the same numbers, and streams of
 * different names do not disturb each other.
 */
public final class Draws {

  private static final double LOGNORMAL_VARIATION = 0.6;

  private final UniformRandomProvider uniform;
  private final ZigguratSampler.NormalizedGaussian gaussian;
  private final ZigguratSampler.Exponential exponential;

  private Draws(long seed) {
    uniform = RandomSource.XO_SHI_RO_256_PP.create(seed);
    gaussian = ZigguratSampler.NormalizedGaussian.of(uniform);
    exponential = ZigguratSampler.Exponential.of(uniform);
  }

  /** The stream of that name under a plant's seed. */
  public static Draws of(long seed, String name) {
    long hash = 0xcbf29ce484222325L ^ seed; // FNV-1a, 64 bits
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return new Draws(hash);
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return uniform.nextDouble();
  }

  /** Uniform in [0, bound). */
  public int below(int bound) {
    return uniform.nextInt(bound);
  }

  /** Normal with mean 0 and the deviation given. */
  public double gaussian(double deviation) {
    return deviation * gaussian.sample();
  }

  /** Exponential with the mean given. */
  public double exponential(double mean) {
    return mean * exponential.sample();
  }

  /** Log-normal with the mean given and a coefficient of variation of 0.6. */
  public double lognormal(double mean) {
    double variance = Math.log1p(LOGNORMAL_VARIATION * LOGNORMAL_VARIATION);
    return mean * Math.exp(Math.sqrt(variance) * gaussian.sample() - variance / 2);
  }

  /** How many of {@code trials} happen, each with the probability given. */
  public long binomial(long trials, double probability) {
    if (trials <= 0 || probability <= 0) {
      return 0;
    }
    if (trials <= 16) {
      long hits = 0;
      for (long i = 0; i < trials; i++) {
        hits += uniform.nextDouble() < probability ? 1 : 0;
      }
      return hits;
    }
    double mean = trials * Math.min(probability, 1);
    // Both approximations are the usual ones for a small probability and for a large mean.
    long hits =
        mean < 30
            ? poisson(mean)
            : Math.round(mean + gaussian(Math.sqrt(mean * Math.max(0, 1 - probability))));
    return Math.clamp(hits, 0, trials);
  }

  private long poisson(double mean) {
    double limit = Math.exp(-mean);
    double product = uniform.nextDouble();
    long hits = 0;
    while (product > limit) {
      product *= uniform.nextDouble();
      hits++;
    }
    return hits;
  }
}
