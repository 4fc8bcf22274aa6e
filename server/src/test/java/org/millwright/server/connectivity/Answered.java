// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for what a client asked, but not for ever: a broker that does not answer is a failure. */
final class Answered {

  private static final long SECONDS = 60;

  private Answered() {}

  static <T> T by(CompletableFuture<T> asked) {
    return asked.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }
}
