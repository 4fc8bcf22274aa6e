// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.random;

import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;
import org.apache.commons.rng.simple.RandomSource;
import org.millwright.simulation.kernel.Archive;

/**
 * A stream of uniform random numbers from xoshiro256++ (Blackman and Vigna, 2021), whose place can
 * be saved and restored. An antithetic stream gives the mirror image of the plain one.
 */
public final class RandomStream implements UniformRandomProvider {

  private static final double STEP = 0x1.0p-53;

  private final RestorableUniformRandomProvider generator;
  private final long mirror;

  RandomStream(long[] state, boolean antithetic) {
    generator = RandomSource.XO_SHI_RO_256_PP.create(state);
    mirror = antithetic ? -1L : 0L;
  }

  @Override
  public long nextLong() {
    return generator.nextLong() ^ mirror;
  }

  /** A number strictly between 0 and 1, so that every inverse distribution function is finite. */
  public double nextOpen() {
    return ((nextLong() >>> 11) + 0.5) * STEP;
  }

  /** Writes the place in the stream to an archive or takes it from there. */
  public void exchange(Archive archive) {
    byte[] saved = ((RandomProviderDefaultState) generator.saveState()).getState();
    byte[] place = archive.exchange(saved);
    if (archive.restoresStreams()) {
      generator.restoreState(new RandomProviderDefaultState(place));
    }
  }
}
