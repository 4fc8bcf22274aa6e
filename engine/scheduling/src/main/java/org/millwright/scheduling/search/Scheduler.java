// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.millwright.scheduling.bound.LowerBound;
import org.millwright.scheduling.check.Checker;
import org.millwright.scheduling.check.Verdict;
import org.millwright.scheduling.problem.Plan;
import org.millwright.scheduling.problem.Problem;
import org.millwright.scheduling.search.Solution.Status;
import org.millwright.scheduling.shop.Shop;
import org.millwright.scheduling.shop.ShopCompiler;
import org.millwright.scheduling.shop.Valuation;

/**
 * Plans a problem: a legal plan at once, better ones as they are found.
 *
 * <p>Several lanes search side by side and meet after every slice of the search; the ones that lag
 * behind go on from the best plan. Every plan that leaves has been checked.
 */
public final class Scheduler {

  /** Lanes of a search limited by iterations, whatever the number of threads. */
  private static final int FIXED_LANES = 2;

  private static final int ROUNDS = 40;
  private static final double LONGEST_SLICE_SECONDS = 1.0;
  private static final double NANOS = 1e9;

  /** When the prover is asked, as a share of the time and in seconds at most. */
  private static final double ASK_AFTER = 0.1;

  private static final double ASK_AFTER_SECONDS = 2;

  /** How long it may take, likewise. */
  private static final double ASK_FOR = 0.2;

  private static final double LONGEST_QUESTION_SECONDS = 20;

  private final Problem problem;
  private final Shop shop;
  private final Limits limits;
  private final Consumer<Improvement> listener;
  private final long began = System.nanoTime();
  private final Valuation valuation;
  private final @Nullable Prover prover;
  private double bound;
  private @Nullable Improvement published;
  private @Nullable Candidate legal;
  private double publishedCost = Double.POSITIVE_INFINITY;

  private Scheduler(Problem problem, Limits limits, Consumer<Improvement> listener) {
    this.problem = problem;
    this.limits = limits;
    this.listener = listener;
    shop = ShopCompiler.compile(problem);
    valuation = new Valuation(shop);
    bound = LowerBound.of(shop);
    boolean asks = limits.iterations() == 0 && problem.objective().levels().size() == 1;
    prover = asks ? SecondOpinion.on(problem).orElse(null) : null;
  }

  /**
   * Plans a problem.
   *
   * @param problem one {@link org.millwright.scheduling.format.Validator} has nothing against
   * @param limits when to stop
   * @param listener called on the calling thread with every better plan
   */
  public static Solution solve(Problem problem, Limits limits, Consumer<Improvement> listener) {
    return new Scheduler(problem, limits, listener).run(null);
  }

  /** Goes on from a plan for this problem, which must keep all locks. */
  public static Solution improve(
      Problem problem, Plan from, Limits limits, Consumer<Improvement> listener) {
    return new Scheduler(problem, limits, listener).run(from);
  }

  private Solution run(@Nullable Plan from) {
    Opening opening = new Opening(shop, valuation);
    Candidate first = opening.first();
    if (from != null) {
      Candidate given = Plans.candidate(shop, from, valuation);
      first = given;
    }
    if (!publish(first)) {
      first =
          Plans.candidate(shop, Withdrawal.legalPart(problem, Plans.of(shop, first)), valuation);
      publish(first);
    }
    if (!proven()) {
      Candidate second = from == null ? opening.better(first, slice(0.2, Long.MAX_VALUE)) : first;
      search(publish(second) ? second : first);
    }
    return solution();
  }

  private void search(Candidate start) {
    boolean counted = limits.iterations() > 0;
    int count = counted ? FIXED_LANES : limits.threads();
    List<Lane> lanes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lanes.add(Lanes.create(shop, valuation, start, bound, limits.seed() * 1_000_003 + i));
    }
    boolean asked = counted;
    try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, limits.threads()))) {
      for (int round = 0; !finished(round, counted); round++) {
        advance(pool, lanes, counted ? iterationSlice(round) : timeSlice(round));
        exchange(lanes, round);
        if (!asked && elapsed() >= askAt() && !finished(round, counted)) {
          asked = true;
          askProver(lanes);
        }
      }
    }
  }

  private double askAt() {
    return Math.min(ASK_AFTER * seconds(), ASK_AFTER_SECONDS);
  }

  /** Proofs end the search; failing that, a better bound says how good the plan is. */
  private void askProver(List<Lane> lanes) {
    Improvement best = published;
    if (prover == null || best == null || !best.plan().unplanned().isEmpty()) {
      return;
    }
    double most = Math.min(ASK_FOR * seconds(), LONGEST_QUESTION_SECONDS);
    Duration time = Duration.ofNanos((long) (Math.min(most, seconds() - elapsed()) * NANOS));
    Prover.Proof proof = SecondOpinion.ask(prover, problem, best.plan(), time, limits);
    bound = Math.max(bound, proof.bound());
    if (proof.plan().isPresent()) {
      Candidate found = Plans.candidate(shop, proof.plan().get(), valuation);
      if (found.cost() < publishedCost && publish(found)) {
        lanes.getFirst().adopt(found);
      }
    }
  }

  private boolean finished(int round, boolean counted) {
    return proven()
        || limits.cancelled().getAsBoolean()
        || (counted ? round >= ROUNDS : elapsed() >= seconds());
  }

  private Budget iterationSlice(int round) {
    long from = limits.iterations() * round / ROUNDS;
    long to = limits.iterations() * (round + 1) / ROUNDS;
    return new Budget(Long.MAX_VALUE, to - from, (double) round / ROUNDS, limits.cancelled());
  }

  private Budget timeSlice(int round) {
    double length = Math.min(LONGEST_SLICE_SECONDS, 0.05 * (round + 1));
    return slice(length / seconds(), Long.MAX_VALUE);
  }

  /** The given share of the whole time, from now on. */
  private Budget slice(double share, long iterations) {
    if (limits.iterations() > 0) {
      return new Budget(Long.MAX_VALUE, iterations, 0, limits.cancelled());
    }
    double until = Math.min(seconds(), elapsed() + share * seconds());
    long deadline = began + (long) (until * NANOS);
    return new Budget(deadline, iterations, Math.min(1, elapsed() / seconds()), limits.cancelled());
  }

  private static void advance(ExecutorService pool, List<Lane> lanes, Budget pattern) {
    List<Callable<Boolean>> tasks = new ArrayList<>();
    for (Lane lane : lanes) {
      Budget own = pattern.copy();
      tasks.add(() -> {
        lane.advance(own);
        return true;
      });
    }
    try {
      for (Future<Boolean> future : pool.invokeAll(tasks)) {
        future.get();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the search was interrupted", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a lane of the search failed", failed.getCause());
    }
  }

  private void exchange(List<Lane> lanes, int round) {
    Candidate best = lanes.getFirst().best();
    for (Lane lane : lanes) {
      best = lane.best().cost() < best.cost() ? lane.best() : best;
    }
    if (!publish(best)) {
      goBack(lanes, best);
      return;
    }
    for (Lane lane : lanes) {
      if (lane.best() != best && Lanes.shouldAdopt(round, lane.best().cost(), best.cost())) {
        lane.adopt(best);
      }
    }
  }

  /** A lane took what breaks a rule for a plan: it goes on from the last plan that breaks none. */
  private void goBack(List<Lane> lanes, Candidate illegal) {
    for (Lane lane : lanes) {
      if (lane.best() == illegal && legal != null) {
        lane.adopt(legal);
      }
    }
  }

  /**
   * Publishes a candidate that is better than the one before.
   *
   * @return false if the checker finds that it breaks a rule, which a lane's quicker evaluation can
   *     miss where locks, machines without room and lots meet; then nothing is published
   */
  private boolean publish(Candidate candidate) {
    if (candidate.cost() >= publishedCost) {
      return true;
    }
    Plan plan = Plans.of(shop, candidate);
    Verdict verdict = Checker.check(problem, plan);
    if (!verdict.legal()) {
      return false;
    }
    legal = candidate;
    publishedCost = candidate.cost();
    published = new Improvement(elapsed(), plan, verdict.score(), bound);
    listener.accept(published);
    return true;
  }

  private boolean proven() {
    return published != null
        && published.plan().unplanned().isEmpty()
        && problem.objective().levels().size() == 1
        && value(published) <= bound + 1e-9;
  }

  private double value(Improvement improvement) {
    return improvement.score().levels(problem.objective())[0];
  }

  private Solution solution() {
    if (published == null) {
      throw new IllegalStateException("a search without a plan");
    }
    Status status = published.plan().unplanned().isEmpty() ? Status.FEASIBLE : Status.PARTIAL;
    return new Solution(
        proven() ? Status.OPTIMAL : status,
        published.plan(),
        published.score(),
        value(published),
        status == Status.PARTIAL ? 0 : bound,
        elapsed());
  }

  private double seconds() {
    return Math.max(1e-3, limits.time().toNanos() / NANOS);
  }

  private double elapsed() {
    return (System.nanoTime() - began) / NANOS;
  }
}
