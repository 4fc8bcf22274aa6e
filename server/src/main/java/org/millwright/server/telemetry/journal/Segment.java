// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file that is being written. What {@link #append} took is in the process until {@link #flush}.
 */
final class Segment implements AutoCloseable {

  private static final int BUFFER = 1 << 18;

  private final long first;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private long written;

  /**
   * @param first position of the first entry, which names the file
   */
  Segment(Path folder, long first) throws IOException {
    this.first = first;
    channel =
        FileChannel.open(
            file(folder, first), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  static Path file(Path folder, long first) {
    return folder.resolve("%016x.journal".formatted(first));
  }

  long first() {
    return first;
  }

  /** Bytes taken. */
  long length() {
    return written + buffer.position();
  }

  /**
   * Takes the bytes of an entry and, when {@code now}, hands everything to the operating system,
   * where it survives the death of the process. When that fails, this entry is not in the journal
   * and the ones before are still waiting.
   *
   * @return the offset of the entry
   */
  long append(byte[] bytes, boolean now) throws IOException {
    if (bytes.length > buffer.remaining()) {
      flush();
    }
    long offset = length();
    if (bytes.length > buffer.capacity()) {
      write(ByteBuffer.wrap(bytes));
      return offset;
    }
    int mark = buffer.position();
    buffer.put(bytes);
    if (now) {
      try {
        flush();
      } catch (IOException e) {
        buffer.position(mark);
        throw e;
      }
    }
    return offset;
  }

  /** Hands what is in the process to the operating system. */
  void flush() throws IOException {
    if (buffer.position() > 0) {
      write(buffer.duplicate().flip());
      buffer.clear();
    }
  }

  private void write(ByteBuffer bytes) throws IOException {
    long start = written;
    long at = start;
    try {
      while (bytes.hasRemaining()) {
        at += channel.write(bytes, at);
      }
      written = at;
    } catch (IOException e) {
      channel.truncate(start); // no half entry in the middle of the file
      throw e;
    }
  }

  /** Makes what was flushed survive a power loss. */
  void sync() throws IOException {
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    flush();
    channel.force(false);
    channel.close();
  }
}
