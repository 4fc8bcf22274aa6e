// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.kernel;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Gives a state back from the bytes of an {@link ArchiveWriter}. Bytes that end early or name an
 * impossible length raise {@link BufferUnderflowException}.
 */
public final class ArchiveReader implements Archive {

  private final ByteBuffer bytes;
  private final boolean restoresStreams;

  /** A reader of bytes; streams go on where they were or keep the place they have. */
  public ArchiveReader(byte[] bytes, boolean restoresStreams) {
    this.bytes = ByteBuffer.wrap(bytes);
    this.restoresStreams = restoresStreams;
  }

  @Override
  public boolean restoresStreams() {
    return restoresStreams;
  }

  @Override
  public boolean isReading() {
    return true;
  }

  @Override
  public int exchange(int value) {
    return bytes.getInt();
  }

  @Override
  public long exchange(long value) {
    return bytes.getLong();
  }

  @Override
  public double exchange(double value) {
    return bytes.getDouble();
  }

  @Override
  public boolean exchange(boolean value) {
    return bytes.get() != 0;
  }

  @Override
  public int[] exchange(int[] values) {
    int[] read = new int[length(Integer.BYTES)];
    for (int i = 0; i < read.length; i++) {
      read[i] = bytes.getInt();
    }
    return read;
  }

  @Override
  public long[] exchange(long[] values) {
    long[] read = new long[length(Long.BYTES)];
    for (int i = 0; i < read.length; i++) {
      read[i] = bytes.getLong();
    }
    return read;
  }

  @Override
  public double[] exchange(double[] values) {
    double[] read = new double[length(Double.BYTES)];
    for (int i = 0; i < read.length; i++) {
      read[i] = bytes.getDouble();
    }
    return read;
  }

  @Override
  public boolean[] exchange(boolean[] values) {
    boolean[] read = new boolean[length(1)];
    for (int i = 0; i < read.length; i++) {
      read[i] = bytes.get() != 0;
    }
    return read;
  }

  @Override
  public byte[] exchange(byte[] values) {
    byte[] read = new byte[length(1)];
    bytes.get(read);
    return read;
  }

  private int length(int width) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining() / width) {
      throw new BufferUnderflowException();
    }
    return length;
  }
}
