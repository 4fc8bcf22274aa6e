// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Runs numbered tasks on several threads and hands the results back in the order of the numbers.
 */
final class Replications {

  private Replications() {}

  /** The results of the tasks from a number up to but not including another. */
  static <T> List<T> run(int from, int to, int threads, IntFunction<T> task) {
    if (threads == 1 || to - from == 1) {
      List<T> results = new ArrayList<>();
      for (int number = from; number < to; number++) {
        results.add(task.apply(number));
      }
      return results;
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> futures = new ArrayList<>();
      for (int number = from; number < to; number++) {
        int own = number;
        futures.add(executor.submit(() -> task.apply(own)));
      }
      return collect(futures);
    }
  }

  private static <T> List<T> collect(List<Future<T>> futures) {
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The study was interrupted.", interrupted);
    } catch (ExecutionException fault) {
      throw new IllegalStateException("A replication failed: " + fault.getCause(), fault);
    }
    return results;
  }
}
