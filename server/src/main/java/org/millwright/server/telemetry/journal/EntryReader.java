// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry.journal;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the entries of one file up to its end or to the first damage, such as the torn end that a
 * crash leaves.
 */
final class EntryReader implements AutoCloseable {

  private final DataInputStream in;
  private long sound;
  private boolean damaged;

  EntryReader(Path file) throws IOException {
    in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 18));
  }

  /** The next entry, null at the end. */
  @Nullable Entry next() throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    try {
      int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int crc = in.readInt();
      Entry entry =
          length < 0 || length > EntryCodec.LONGEST ? null : EntryCodec.decode(body(length), crc);
      if (entry != null) {
        sound += EntryCodec.HEAD + (long) length;
        return entry;
      }
    } catch (EOFException e) {
      // torn
    }
    damaged = true;
    return null;
  }

  private byte[] body(int length) throws IOException {
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException();
    }
    return body;
  }

  /** Bytes up to the end of the last entry read. */
  long sound() {
    return sound;
  }

  /** Whether reading stopped before the end of the file. */
  boolean damaged() {
    return damaged;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
