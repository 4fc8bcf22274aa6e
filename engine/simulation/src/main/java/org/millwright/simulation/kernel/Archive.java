// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.kernel;

/**
 * The state of a run on its way to or from storage.
 *
 * <p>Every stateful object names its fields once, {@code field = archive.exchange(field)}: a writer
 * hands each value back as it was, a reader hands back the stored one. So saving and resuming
 * cannot disagree about the order of the fields.
 */
public interface Archive {

  /** Whether values come out of the archive rather than go into it. */
  boolean isReading();

  /** Whether random streams go on where they were; a fork lets them begin anew. */
  boolean restoresStreams();

  int exchange(int value);

  long exchange(long value);

  double exchange(double value);

  boolean exchange(boolean value);

  int[] exchange(int[] values);

  long[] exchange(long[] values);

  double[] exchange(double[] values);

  boolean[] exchange(boolean[] values);

  byte[] exchange(byte[] values);

  /**
   * Stores a constant by its place in the enum: an archive is read by the program that wrote it.
   */
  @SuppressWarnings("EnumOrdinal")
  default <E extends Enum<E>> E exchange(E constant) {
    return constant.getDeclaringClass().getEnumConstants()[exchange(constant.ordinal())];
  }
}
