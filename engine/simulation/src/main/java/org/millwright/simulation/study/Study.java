// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.millwright.model.Refusal;
import org.millwright.simulation.line.Buffers;
import org.millwright.simulation.line.RunEnd;
import org.millwright.simulation.line.TraceListener;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.statistics.Interval;
import org.millwright.simulation.statistics.Tally;

/** Runs the replications of a model; the way to use the engine from Java. */
public final class Study {

  /** Growth of a queue from one quarter to the next that cannot be chance. */
  private static final double GROWTH = 1.1;

  private static final double LEAST_GROWTH_ITEMS = 2;

  /** The clock is a long; what lies this far ahead may still be added to. */
  private static final double LAST_TICK = 1L << 61;

  private static final double CERTAIN = 0.999;

  private final LineModel model;
  private final StudyPlan plan;
  private final Optional<TraceListener> listener;
  private final List<Refusal> warnings = new ArrayList<>();

  private Study(LineModel model, StudyPlan plan, Optional<TraceListener> listener) {
    this.model = model;
    this.plan = plan;
    this.listener = listener;
  }

  /** Runs a study. */
  public static StudyOutcome run(LineModel model, StudyPlan plan) {
    return new Study(model, plan, Optional.empty()).run();
  }

  /** Runs a study and follows its first replication. */
  public static StudyOutcome run(LineModel model, StudyPlan plan, TraceListener listener) {
    return new Study(model, plan, Optional.of(listener)).run();
  }

  private StudyOutcome run() {
    if (plan.horizon() * model.time().ticksPerUnit() > LAST_TICK) {
      return new StudyOutcome.Refused(
          new Refusal(
              "SIM-RANGE",
              "/horizon",
              "%s %s are too many ticks of the clock."
                  .formatted(plan.horizon(), model.time().unit()),
              "shorten the horizon or lower ticksPerUnit."));
    }
    WarmupSearch.Found warmup = warmup();
    List<Replication> done = new ArrayList<>();
    int next = plan.replications();
    while (done.size() < next) {
      ReplicationRun runs = new ReplicationRun(model, plan, warmup.time());
      done.addAll(
          Replications.run(done.size(), next, plan.threads(), number -> replicate(runs, number)));
      Optional<Refusal> fault = firstFault(done);
      if (fault.isPresent()) {
        return new StudyOutcome.Refused(fault.get());
      }
      next = Math.max(next, needed(report(warmup, done)));
    }
    warnOfGrowth(done);
    return new StudyOutcome.Completed(report(warmup, done));
  }

  private Replication replicate(ReplicationRun runs, int number) {
    return runs.run(number, number == 0 ? listener : Optional.empty());
  }

  private WarmupSearch.Found warmup() {
    OptionalDouble given = plan.warmup();
    if (given.isPresent()) {
      return new WarmupSearch.Found(given.getAsDouble(), true);
    }
    WarmupSearch.Found found = WarmupSearch.search(model, plan);
    if (!found.found()) {
      warnings.add(
          new Refusal(
              "SIM-WARMUP",
              "",
              "MSER-5 found no steady part; statistics count from %s.".formatted(found.time()),
              "the horizon is too short or the line is unstable."));
    }
    return found;
  }

  private StudyReport report(WarmupSearch.Found warmup, List<Replication> done) {
    return new StudyReport(
        model,
        plan,
        warmup.time(),
        warmup.found(),
        done,
        BottleneckSearch.search(model, done),
        warnings);
  }

  /** How many replications the half-width asked for is likely to take. */
  private int needed(StudyReport report) {
    int done = report.replications().size();
    if (plan.halfWidth().isEmpty()) {
      return done;
    }
    double target = plan.halfWidth().getAsDouble();
    double worst = 0;
    for (MeasureKey key : targets(report)) {
      Interval interval = report.interval(key);
      worst = Double.isNaN(interval.halfWidth()) ? worst : Math.max(worst, relative(interval));
    }
    if (worst <= target) {
      return done;
    }
    if (done >= plan.mostReplications()) {
      warnings.add(
          Refusal.of(
              "SIM-HALF-WIDTH",
              "",
              "After %d replications the half-width is still %.3g %%."
                  .formatted(done, 100 * worst)));
      return done;
    }
    double estimate = done * (worst / target) * (worst / target);
    // A round at most doubles: a half-width from few replications is itself uncertain.
    long more = Math.min(Math.max((long) Math.ceil(estimate), done + 2L), 2L * done);
    return (int) Math.min(more + more % 2, plan.mostReplications());
  }

  /**
   * Throughput and lead time of the line; of a closed network, which has none, that of every
   * element.
   */
  private static List<MeasureKey> targets(StudyReport report) {
    MeasureKey throughput = MeasureKey.system("throughput");
    if (report.interval(throughput).mean() > 0) {
      return List.of(throughput, MeasureKey.system("leadTime"));
    }
    return report.replications().getFirst().keys().stream()
        .filter(key -> key.measure().equals("throughput"))
        .toList();
  }

  private static double relative(Interval interval) {
    return interval.halfWidth() == 0 ? 0 : interval.relativeHalfWidth();
  }

  private Optional<Refusal> firstFault(List<Replication> done) {
    for (Replication replication : done) {
      Optional<Refusal> fault = fault(replication);
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }

  private Optional<Refusal> fault(Replication replication) {
    String time = "%s %s".formatted(replication.endTime(), model.time().unit());
    return switch (replication.end()) {
      case RunEnd.Reached ignored -> Optional.empty();
      case RunEnd.Deadlocked deadlock ->
          Optional.of(
              new Refusal(
                  "SIM-DEADLOCK",
                  places(deadlock.elements()),
                  "At %s these elements wait for each other for ever: %s."
                      .formatted(time, String.join(", ", deadlock.elements())),
                  "give a buffer among them more room, or limit the items on the loop with"
                      + " cards."));
      case RunEnd.Overfull full ->
          Optional.of(
              new Refusal(
                  "SIM-UNSTABLE",
                  places(List.of(full.element())),
                  "At %s more than 2,000,000 items are on the line, most of them in \"%s\"."
                      .formatted(time, full.element()),
                  "more arrives than can be worked on."));
      case RunEnd.Standstill ignored ->
          Optional.of(
              Refusal.of(
                  "SIM-ZERO-TIME-LOOP",
                  "",
                  "At %s events go on without time passing.".formatted(time)));
      case RunEnd.OutOfBudget ignored ->
          Optional.of(
              new Refusal(
                  "SIM-BUDGET",
                  "",
                  "A replication took more than %,d events and had come to %s."
                      .formatted(plan.budget(), time),
                  "shorten the horizon."));
    };
  }

  private String places(List<String> ids) {
    List<String> pointers = new ArrayList<>();
    for (int i = 0; i < model.elements().size(); i++) {
      if (ids.contains(model.elements().get(i).id())) {
        pointers.add("/elements/" + i);
      }
    }
    return String.join(", ", pointers);
  }

  private void warnOfGrowth(List<Replication> done) {
    List<String> unlimited = Buffers.unlimited(model);
    for (int i = 0; i < unlimited.size(); i++) {
      Tally growth = new Tally();
      Tally items = new Tally();
      for (Replication replication : done) {
        growth.add(replication.growth()[i]);
        items.add(replication.growthItems()[i]);
      }
      Interval certain = Interval.of(items, CERTAIN);
      boolean grows = done.size() < 3 || certain.mean() - certain.halfWidth() > 0;
      if (growth.mean() > GROWTH && items.mean() > LEAST_GROWTH_ITEMS && grows) {
        warnings.add(
            new Refusal(
                "SIM-UNSTABLE",
                places(List.of(unlimited.get(i))),
                "\"%s\" grew by %.0f %% from the third quarter of the run to the last."
                    .formatted(unlimited.get(i), 100 * (growth.mean() - 1)),
                "more arrives than can be worked on; its figures depend on the horizon."));
      }
    }
  }
}
