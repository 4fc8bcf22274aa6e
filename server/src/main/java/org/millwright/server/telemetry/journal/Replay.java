// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.server.telemetry.RawMessage;

/** Reads the journal once, in order. */
public final class Replay implements AutoCloseable {

  private final Deque<Path> files;
  private final long sealed;
  private @Nullable EntryReader reader;

  Replay(List<Path> files, long sealed) {
    this.files = new ArrayDeque<>(files);
    this.sealed = sealed;
  }

  /**
   * The next entry, null at the end. Entries that are sealed already come only when they are births
   * or deaths, which the messages after them refer to; {@link #isSealed} tells.
   */
  public @Nullable Entry next() throws IOException {
    while (true) {
      if (reader == null) {
        Path file = files.poll();
        if (file == null) {
          return null;
        }
        if (!Files.exists(file)) {
          continue; // trimmed meanwhile, so all of it is sealed
        }
        reader = new EntryReader(file);
      }
      Entry entry = reader.next();
      if (entry == null) {
        close();
      } else if (!isSealed(entry) || declares(entry.message().topic())) {
        return entry;
      }
    }
  }

  /** Whether the samples of an entry are sealed, so that only what it declares is of interest. */
  public boolean isSealed(Entry entry) {
    return entry.position() <= sealed;
  }

  private static boolean declares(String topic) {
    return topic.startsWith(RawMessage.LOST)
        || (topic.startsWith(RawMessage.SPARKPLUG)
            && (topic.contains("BIRTH/") || topic.contains("DEATH/")));
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
