// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.kernel;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Stores a state as bytes: fields in their order, arrays with their length in front. */
public final class ArchiveWriter implements Archive {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** Everything written so far. */
  public byte[] toByteArray() {
    return bytes.toByteArray();
  }

  @Override
  public boolean isReading() {
    return false;
  }

  @Override
  public boolean restoresStreams() {
    return false;
  }

  @Override
  public int exchange(int value) {
    write(() -> out.writeInt(value));
    return value;
  }

  @Override
  public long exchange(long value) {
    write(() -> out.writeLong(value));
    return value;
  }

  @Override
  public double exchange(double value) {
    write(() -> out.writeDouble(value));
    return value;
  }

  @Override
  public boolean exchange(boolean value) {
    write(() -> out.writeBoolean(value));
    return value;
  }

  @Override
  public int[] exchange(int[] values) {
    exchange(values.length);
    for (int value : values) {
      exchange(value);
    }
    return values;
  }

  @Override
  public long[] exchange(long[] values) {
    exchange(values.length);
    for (long value : values) {
      exchange(value);
    }
    return values;
  }

  @Override
  public double[] exchange(double[] values) {
    exchange(values.length);
    for (double value : values) {
      exchange(value);
    }
    return values;
  }

  @Override
  public boolean[] exchange(boolean[] values) {
    exchange(values.length);
    for (boolean value : values) {
      exchange(value);
    }
    return values;
  }

  @Override
  public byte[] exchange(byte[] values) {
    exchange(values.length);
    write(() -> out.write(values));
    return values;
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Writing to memory failed.", impossible);
    }
  }
}
