// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;

/**
 * For each tag a time that no stored sample of it is later than: a sample beyond it is new for
 * certain and needs no looking up. Saved before each manifest, so that the guarantee holds for the
 * sealed files after a restart.
 */
final class LastTimes {

  private static final String NAME = "last-times.bin";

  private final long floor;
  private final BitSet exact = new BitSet();
  private long[] last;

  private LastTimes(long[] last, long floor) {
    this.last = last;
    this.floor = floor;
  }

  /**
   * Loads what was saved for the files of {@code manifest}; without it, every tag starts at the
   * latest time of any.
   */
  static LastTimes load(Path folder, Manifest manifest) {
    Path file = folder.resolve(NAME);
    if (manifest.files().isEmpty() || Files.exists(file)) {
      return new LastTimes(Files.exists(file) ? read(file) : new long[0], Long.MIN_VALUE);
    }
    long latest =
        manifest.files().stream().mapToLong(SealedFile::maxTime).max().orElse(Long.MIN_VALUE);
    return new LastTimes(new long[0], latest);
  }

  private static long[] read(Path file) {
    try {
      LongBuffer times = ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer();
      long[] last = new long[times.remaining()];
      times.get(last);
      return last;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Saves {@link #copy()}. */
  static void save(Path folder, long[] last) {
    ByteBuffer bytes = ByteBuffer.allocate(last.length * Long.BYTES);
    bytes.asLongBuffer().put(last);
    DurableFiles.replace(folder.resolve(NAME), bytes.array());
  }

  long[] copy() {
    return last.clone();
  }

  /** How a sample stands to what is stored of its tag. */
  enum Standing {
    /** Later than all stored: new. */
    NEW,
    /** Its time is stored. */
    DUPLICATE,
    /** Only looking it up tells. */
    UNKNOWN
  }

  Standing standing(int tag, long time) {
    if (tag >= last.length) {
      grow(tag);
    }
    long known = last[tag];
    if (time > known) {
      return Standing.NEW;
    }
    return time == known && exact.get(tag) ? Standing.DUPLICATE : Standing.UNKNOWN;
  }

  /** A sample that is {@link Standing#NEW} has been stored. */
  void stored(int tag, long time) {
    last[tag] = time;
    exact.set(tag);
  }

  private void grow(int tag) {
    int from = last.length;
    last = Arrays.copyOf(last, Math.max(1024, tag + (tag >> 1) + 1));
    Arrays.fill(last, from, last.length, floor);
  }
}
