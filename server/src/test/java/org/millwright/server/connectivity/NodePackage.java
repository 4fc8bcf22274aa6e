// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Installs {@code src/test/node} by its lock file, once for all tests. */
final class NodePackage {

  private static final Path FOLDER = Path.of("src/test/node").toAbsolutePath();

  private static boolean installed;

  private NodePackage() {}

  static synchronized Path folder() {
    if (!installed && !isCurrent()) {
      install();
    }
    installed = true;
    return FOLDER;
  }

  private static boolean isCurrent() {
    Path stamp = FOLDER.resolve("node_modules/.package-lock.json");
    try {
      return Files.exists(stamp)
          && Files.getLastModifiedTime(stamp)
                  .compareTo(Files.getLastModifiedTime(FOLDER.resolve("package-lock.json")))
              >= 0;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static void install() {
    try {
      Process npm =
          new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .start();
      String output = new String(npm.getInputStream().readAllBytes());
      if (npm.waitFor() != 0) {
        throw new AssertionError(
            "npm ci in " + FOLDER + " failed. Maybe there is no network: " + output);
      }
    } catch (IOException absent) {
      throw new AssertionError(
          "npm cannot be started. Maybe install Node.js 20 or newer from nodejs.org.", absent);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
