// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.scheduling;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Ctrl-C, which ends a search but not the command: it still prints the best plan so far. */
final class Interruption implements BooleanSupplier {

  /** How long a command may take to print what it has. */
  private static final long PATIENCE_SECONDS = 20;

  private volatile boolean asked;

  @Override
  public boolean getAsBoolean() {
    return asked;
  }

  Watch watch() {
    return new Watch();
  }

  /** From its making until it is closed, the end of the program waits for the command. */
  final class Watch implements AutoCloseable {

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "interruption");

    private Watch() {
      Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
      asked = true;
      try {
        boolean inTime = done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assert inTime || asked;
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      done.countDown();
      if (!asked) {
        try {
          Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
          asked = true;
        }
      }
    }
  }
}
