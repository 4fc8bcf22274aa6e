// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Prover.Proof;

/** Asks the {@link Prover} there may be, once, and lets go of it when the search is cancelled. */
final class SecondOpinion {

  private static final long LOOK_MILLISECONDS = 20;

  private SecondOpinion() {}

  static Optional<Prover> on(Problem problem) {
    for (Prover prover : ServiceLoader.load(Prover.class)) {
      if (prover.suits(problem)) {
        return Optional.of(prover);
      }
    }
    return Optional.empty();
  }

  /** Nothing comes of it where the prover's native library does not run. */
  static Proof ask(Prover prover, Problem problem, Plan from, Duration time, Limits limits) {
    try (ExecutorService own = Executors.newSingleThreadExecutor()) {
      Prover.Search search = own.submit(() -> prover.search(problem, from, limits.threads())).get();
      Future<Proof> answer = own.submit(() -> search.run(time));
      while (true) {
        try {
          return answer.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
          if (limits.cancelled().getAsBoolean()) {
            search.stop();
          }
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Proof.NONE;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof LinkageError) {
        return Proof.NONE;
      }
      throw new IllegalStateException("the prover failed", failed.getCause());
    }
  }
}
