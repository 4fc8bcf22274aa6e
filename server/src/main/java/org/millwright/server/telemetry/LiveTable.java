// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.Quality;

/**
 * Last values in columns. Each tag has one writer; a reader that meets it in the middle of a change
 * tries again (the sequence number is odd during a change).
 */
final class LiveTable implements LiveValues {

  private static final int CHUNK = 4096;
  private static final VarHandle SEQUENCE = MethodHandles.arrayElementVarHandle(int[].class);

  private static final class Chunk {
    final int[] sequence = new int[CHUNK];
    final long[] time = new long[CHUNK];
    final long[] arrival = new long[CHUNK];
    final double[] value = new double[CHUNK];
    final byte[] quality = new byte[CHUNK];
    final @Nullable String[] text = new @Nullable String[CHUNK];
  }

  private volatile Chunk[] chunks = {};

  /** Sets everything about a tag. */
  void set(int tag, long time, long arrival, double value, @Nullable String text, byte quality) {
    Chunk chunk = chunk(tag);
    int at = tag % CHUNK;
    int sequence = begin(chunk, at);
    chunk.time[at] = time;
    chunk.arrival[at] = arrival;
    chunk.value[at] = value;
    chunk.text[at] = text;
    chunk.quality[at] = quality;
    SEQUENCE.setRelease(chunk.sequence, at, sequence + 2);
  }

  /** Changes the quality of a tag that has a value. */
  void degrade(int tag, byte quality) {
    Chunk chunk = chunk(tag);
    int at = tag % CHUNK;
    if (chunk.sequence[at] == 0 || chunk.quality[at] == quality) {
      return;
    }
    int sequence = begin(chunk, at);
    chunk.quality[at] = quality;
    SEQUENCE.setRelease(chunk.sequence, at, sequence + 2);
  }

  private static int begin(Chunk chunk, int at) {
    int sequence = chunk.sequence[at];
    SEQUENCE.setOpaque(chunk.sequence, at, sequence + 1);
    VarHandle.storeStoreFence();
    return sequence;
  }

  private Chunk chunk(int tag) {
    int index = tag / CHUNK;
    Chunk[] all = chunks;
    return index < all.length ? all[index] : grow(index);
  }

  private synchronized Chunk grow(int index) {
    Chunk[] all = chunks;
    if (index >= all.length) {
      int from = all.length;
      all = Arrays.copyOf(all, index + 1);
      for (int i = from; i <= index; i++) {
        all[i] = new Chunk();
      }
      chunks = all;
    }
    return all[index];
  }

  @Override
  public Optional<LiveValue> value(int tag) {
    Chunk[] all = chunks;
    int index = tag / CHUNK;
    return tag >= 0 && index < all.length ? read(all[index], tag) : Optional.empty();
  }

  private static Optional<LiveValue> read(Chunk chunk, int tag) {
    int at = tag % CHUNK;
    while (true) {
      int before = (int) SEQUENCE.getAcquire(chunk.sequence, at);
      if (before == 0) {
        return Optional.empty();
      }
      LiveValue value =
          new LiveValue(
              tag,
              chunk.time[at],
              chunk.arrival[at],
              chunk.value[at],
              chunk.text[at],
              Quality.of(chunk.quality[at]));
      VarHandle.loadLoadFence();
      if ((before & 1) == 0 && before == (int) SEQUENCE.getOpaque(chunk.sequence, at)) {
        return Optional.of(value);
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public long version(int tag) {
    Chunk[] all = chunks;
    int index = tag / CHUNK;
    return tag >= 0 && index < all.length
        ? ((int) SEQUENCE.getAcquire(all[index].sequence, tag % CHUNK)) >>> 1
        : 0;
  }
}
