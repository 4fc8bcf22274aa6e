// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Messages that came before one with a lower sequence number. At most one per number. */
final class ReorderBuffer {

  /** A message as it arrived. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  record Held(Topic.Edge topic, byte[] bytes, int offset, int length, long arrival) {}

  private final @Nullable Held[] bySeq = new @Nullable Held[256];
  private int count;
  private int heldBytes;

  boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  int heldBytes() {
    return heldBytes;
  }

  /** False when the number is taken. */
  boolean put(int seq, Held message) {
    if (bySeq[seq] != null) {
      return false;
    }
    bySeq[seq] = message;
    count++;
    heldBytes += message.length;
    return true;
  }

  @Nullable Held take(int seq) {
    Held message = bySeq[seq];
    if (message != null) {
      bySeq[seq] = null;
      count--;
      heldBytes -= message.length;
    }
    return message;
  }

  /** The first number held, counted upwards from {@code seq} with wrap; -1 when empty. */
  int firstFrom(int seq) {
    for (int i = 0; i < 256; i++) {
      int candidate = (seq + i) & 0xFF;
      if (bySeq[candidate] != null) {
        return candidate;
      }
    }
    return -1;
  }

  void clear() {
    Arrays.fill(bySeq, null);
    count = 0;
    heldBytes = 0;
  }
}
