// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are either wholly there or not at all, also after a power loss. */
final class DurableFiles {

  private DurableFiles() {}

  /** Writes {@code bytes} as the new content of {@code target}. */
  static void replace(Path target, byte[] bytes) {
    Path draft = target.resolveSibling(target.getFileName() + ".draft");
    try {
      try (FileChannel channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      rename(draft, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a finished file of another writer durable and gives it its name. */
  static void publish(Path draft, Path target) {
    try {
      Files.createDirectories(target.getParent());
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      rename(draft, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rename(Path draft, Path target) throws IOException {
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
      folder.force(true); // the rename itself
    }
  }
}
