// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The random streams of one replication.
 *
 * <p>A stream is found by name, so the numbers an element sees do not change when another element
 * is added: two variants of a model run on common random numbers by running with the same seed. The
 * 256 bits of a generator's state are the SHA-256 digest of seed, replication, element and purpose;
 * two streams overlap with a probability of about their length over 2<sup>256</sup>.
 *
 * @param seed of the whole study
 * @param replication counted from 0
 * @param antithetic whether every uniform number u is replaced by 1 - u
 */
public record RandomStreams(long seed, long replication, boolean antithetic) {

  public RandomStreams(long seed, long replication) {
    this(seed, replication, false);
  }

  /** The stream of an element for a purpose, always from its beginning. */
  public RandomStream stream(String element, String purpose) {
    byte[] name = (element + "\n" + purpose).getBytes(StandardCharsets.UTF_8);
    ByteBuffer key = ByteBuffer.allocate(2 * Long.BYTES + name.length);
    key.putLong(seed).putLong(replication).put(name);
    ByteBuffer digest = ByteBuffer.wrap(sha256(key.array()));
    long[] state = new long[4];
    for (int i = 0; i < state.length; i++) {
      state[i] = digest.getLong();
    }
    return new RandomStream(state, antithetic);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
