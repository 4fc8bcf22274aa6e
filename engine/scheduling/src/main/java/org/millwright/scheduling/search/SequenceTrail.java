// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.util.Arrays;

/** What changes to {@link Sequences} have overwritten, so that they can be taken back. */
final class SequenceTrail {

  static final int SHIFT = 0;
  static final int TRANSFER = 1;
  static final int DELAY = 2;

  private static final int WIDTH = 5;

  private int[] timed;
  private int times;
  private int[] changed = new int[WIDTH * 16];
  private int changes;
  private int[] buffer = new int[64];

  SequenceTrail(int operations) {
    timed = new int[WIDTH * Math.max(16, operations)];
  }

  void clear() {
    times = 0;
    changes = 0;
  }

  void timed(int operation, int start, int end, int setup, int family) {
    int at = times++ * WIDTH;
    if (at == timed.length) {
      timed = Arrays.copyOf(timed, at * 2);
    }
    timed[at] = operation;
    timed[at + 1] = start;
    timed[at + 2] = end;
    timed[at + 3] = setup;
    timed[at + 4] = family;
  }

  /** Operations moved within the sequence of a machine. */
  void shifted(int machine, int from, int count, int to) {
    change(SHIFT, machine, from, count, to);
  }

  /** An operation that was in another mode and place. */
  void transferred(int operation, int oldMode, int oldPlace) {
    change(TRANSFER, operation, oldMode, oldPlace, 0);
  }

  /** An operation that had another floor. */
  void delayed(int operation, int oldFloor) {
    change(DELAY, operation, oldFloor, 0, 0);
  }

  private void change(int kind, int a, int b, int c, int d) {
    int at = changes++ * WIDTH;
    if (at == changed.length) {
      changed = Arrays.copyOf(changed, at * 2);
    }
    changed[at] = kind;
    changed[at + 1] = a;
    changed[at + 2] = b;
    changed[at + 3] = c;
    changed[at + 4] = d;
  }

  /** Room for this many numbers, for the moment. */
  int[] buffer(int count) {
    if (buffer.length < count) {
      buffer = new int[count * 2];
    }
    return buffer;
  }

  int times() {
    return times;
  }

  int operation(int i) {
    return timed[i * WIDTH];
  }

  int start(int i) {
    return timed[i * WIDTH + 1];
  }

  int end(int i) {
    return timed[i * WIDTH + 2];
  }

  int setup(int i) {
    return timed[i * WIDTH + 3];
  }

  int family(int i) {
    return timed[i * WIDTH + 4];
  }

  int changes() {
    return changes;
  }

  int kind(int i) {
    return changed[i * WIDTH];
  }

  int a(int i) {
    return changed[i * WIDTH + 1];
  }

  int b(int i) {
    return changed[i * WIDTH + 2];
  }

  int c(int i) {
    return changed[i * WIDTH + 3];
  }

  int d(int i) {
    return changed[i * WIDTH + 4];
  }
}
