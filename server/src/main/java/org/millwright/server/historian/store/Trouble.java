// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;

/**
 * Why the historian cannot do its work at the moment. Logged when it begins and when it ends, shown
 * in between.
 */
final class Trouble {

  private static final System.Logger LOG = System.getLogger(Trouble.class.getName());
  private static final long FEW_BYTES = 64L << 20;

  private final Path folder;
  private final AtomicReference<@Nullable Refusal> current = new AtomicReference<>();

  Trouble(Path folder) {
    this.folder = folder;
  }

  @Nullable Refusal current() {
    return current.get();
  }

  /** Something failed and will be tried again. */
  void report(String what, Exception cause) {
    Refusal refusal =
        diskFull(cause)
            ? new Refusal(
                "HISTORIAN-DISK-FULL",
                folder.toString(),
                "The disk is full: cannot " + what + ".",
                "free some space; samples wait in memory and on the senders until then.")
            : Refusal.of(
                "HISTORIAN-UNAVAILABLE",
                folder.toString(),
                "Cannot " + what + ": " + cause.getMessage());
    if (current.getAndSet(refusal) == null) {
      LOG.log(Level.ERROR, refusal.toString(), cause);
    }
  }

  /** It works again. */
  void over() {
    if (current.getAndSet(null) != null) {
      LOG.log(Level.INFO, "The historian works again.");
    }
  }

  private boolean diskFull(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (String.valueOf(at.getMessage()).toLowerCase(Locale.ROOT).contains("no space left")) {
        return true;
      }
    }
    try {
      return Files.getFileStore(folder).getUsableSpace() < FEW_BYTES;
    } catch (IOException e) {
      return false;
    }
  }
}
