// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.simulation;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.millwright.simulation.line.Line;
import org.millwright.simulation.line.LineBuilder;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.random.RandomStreams;
import org.millwright.simulation.study.Study;
import org.millwright.simulation.study.StudyOutcome;
import org.millwright.simulation.study.StudyPlan;

/** Measures the simulation engine beside its peers and prints Markdown. */
public final class Main {

  private static final int PENDING = 1000;
  private static final long HOLD_EVENTS = 20_000_000;
  private static final double YEAR = 365.0 * 86_400;
  private static final int ROUNDS = 5;

  private final StringBuilder page = new StringBuilder();

  private Main() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Main main = new Main();
    main.measure();
    System.out.print(main.page);
    if (List.of(arguments).contains("--record")) {
      Files.writeString(Path.of("benchmarks/simulation/RESULTS.md"), main.page);
    }
  }

  private void measure() throws IOException, InterruptedException {
    Runtime runtime = Runtime.getRuntime();
    page.append("# Simulation\n\n");
    page.append(
        "%d cores, %d GiB heap at most, Java %s, %s.\nMedian of %d rounds after warm-up, per second of processor time on one core unless stated.\n\n"
            .formatted(
                runtime.availableProcessors(),
                runtime.maxMemory() >> 30,
                Runtime.version(),
                System.getProperty("os.arch"),
                ROUNDS));
    page.append("| what | figure | bar | met |\n|---|---|---|---|\n");
    double hold = hold();
    double queue = queue();
    tenMachines();
    year();
    scaling();
    peers(hold, queue);
  }

  private void row(String what, String figure, String bar, boolean met) {
    page.append("| %s | %s | %s | %s |\n".formatted(what, figure, bar, met ? "yes" : "**no**"));
  }

  private static String millions(double perSecond) {
    return String.format(Locale.ROOT, "%.2f M events/s", perSecond / 1e6);
  }

  private interface Round {
    /** Does the work once and returns how many events that took. */
    double run();
  }

  /** Events per second of time the processor gave the thread: others may share the machine. */
  private static double rate(Round round) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return rate(round, threads::getCurrentThreadCpuTime);
  }

  /** Events per second by a clock, the median of several rounds after two that do not count. */
  private static double rate(Round round, LongSupplier clock) {
    double[] rates = new double[ROUNDS];
    for (int i = -2; i < ROUNDS; i++) {
      long began = clock.getAsLong();
      double events = round.run();
      double seconds = (clock.getAsLong() - began) / 1e9;
      if (i >= 0) {
        rates[i] = events / seconds;
      }
    }
    Arrays.sort(rates);
    return rates[ROUNDS / 2];
  }

  private double hold() {
    HoldModel model = new HoldModel(PENDING);
    double rate =
        rate(() -> {
          model.run(HOLD_EVENTS);
          return HOLD_EVENTS;
        });
    row("hold model, 1,000 pending", millions(rate), ">= 8 M events/s", rate >= 8e6);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    model.run(HOLD_EVENTS);
    double bytes = (double) (threads.getCurrentThreadAllocatedBytes() - before) / HOLD_EVENTS;
    row(
        "allocated per event, hold model",
        String.format(Locale.ROOT, "%.4f bytes", bytes),
        "0",
        bytes < 0.001);
    return rate;
  }

  private double queue() {
    double rate = rate(() -> run(Lines.queue(3e6)));
    page.append("| M/M/1 with all statistics | %s | | |\n".formatted(millions(rate)));
    return rate;
  }

  private static double run(LineModel model) {
    Line line = LineBuilder.build(model, new RandomStreams(1, 0));
    line.run(model.time().ticks(model.plan().horizon()), Long.MAX_VALUE);
    return (double) line.events();
  }

  private void tenMachines() {
    double rate = rate(() -> run(Lines.tandem(10, 1, 400_000)));
    row(
        "ten machines, failures, buffers, statistics",
        millions(rate),
        ">= 2 M events/s",
        rate >= 2e6);
    LineModel model = Lines.tandem(10, 1, 400_000);
    Line line = LineBuilder.build(model, new RandomStreams(1, 0));
    line.run(model.time().ticks(10_000), Long.MAX_VALUE);
    long fired = line.events();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    line.run(model.time().ticks(400_000), Long.MAX_VALUE);
    double bytes =
        (double) (threads.getCurrentThreadAllocatedBytes() - before) / (line.events() - fired);
    row(
        "allocated per event, ten machines",
        String.format(Locale.ROOT, "%.4f bytes", bytes),
        "0",
        bytes < 0.001);
  }

  private void year() {
    LineModel model = Lines.tandem(12, 30, YEAR);
    double events = run(model);
    double seconds = events / rate(() -> run(model));
    row(
        "12 machines, cycle 30 s, one year",
        String.format(Locale.ROOT, "%.2f s (%.1f M events)", seconds, events / 1e6),
        "< 5 s",
        seconds < 5);
  }

  private void scaling() {
    LineModel model = Lines.tandem(10, 1, 200_000);
    StudyPlan plan = StudyPlan.of(model.plan()).replicated(16);
    double one = rate(() -> events(Study.run(model, plan)), System::nanoTime);
    double two = rate(() -> events(Study.run(model, plan.onThreads(2))), System::nanoTime);
    row(
        "16 replications on two threads, by the wall clock",
        String.format(Locale.ROOT, "%.2f of linear (%s)", two / one / 2, millions(two)),
        ">= 0.9 of linear",
        two / one / 2 >= 0.9);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    double alone = rate(() -> events(Study.run(model, plan)), system::getProcessCpuTime);
    double both =
        rate(() -> events(Study.run(model, plan.onThreads(2))), system::getProcessCpuTime);
    row(
        "the same, work for each processor second against one thread",
        String.format(Locale.ROOT, "%.2f", both / alone),
        ">= 0.9",
        both / alone >= 0.9);
    page.append(
        "\nThe wall-clock figure needs a machine whose two cores are free; the load average was %.1f. The last row\n"
            .formatted(system.getSystemLoadAverage()));
    page.append(
        "does not: replications share nothing, so it falls only if the threads get in each other's"
            + " way.\n");
  }

  private static double events(StudyOutcome outcome) {
    return switch (outcome) {
      case StudyOutcome.Completed completed -> (double) completed.report().events();
      case StudyOutcome.Refused refused -> throw new IllegalStateException("" + refused.refusal());
    };
  }

  private void peers(double hold, double queue) throws IOException, InterruptedException {
    double ssjHold =
        rate(() -> {
          SsjPeer.hold(PENDING, HOLD_EVENTS / 10);
          return HOLD_EVENTS / 10.0;
        });
    double ssjQueue =
        rate(() -> {
          SsjPeer.queue(2_000_000);
          return 2_000_000;
        });
    NpmPeer npm = NpmPeer.install(Path.of("benchmarks/simulation/target/npm"));
    page.append(
        "\n| model | Millwright | SSJ 3.3.2 | %s |\n|---|---|---|---|\n"
            .formatted(NpmPeer.VERSION));
    page.append(
        "| hold, 1,000 pending | %s | %s | %s |\n"
            .formatted(millions(hold), millions(ssjHold), shown(npm.measure("hold", 2_000_000))));
    page.append(
        "| M/M/1 at 80 %% | %s | %s | %s |\n"
            .formatted(
                millions(queue), millions(ssjQueue), shown(npm.measure("queue", 2_000_000))));
    page.append(
        "\n"
            + "The peers have no line elements, so the lines have no figure beside them. SSJ keeps"
            + " the content of the\n"
            + "queue, simjs its facility's statistics, Millwright all measures of all elements.\n");
  }

  private static String shown(OptionalDouble rate) {
    return rate.isPresent() ? millions(rate.getAsDouble()) : "not measured";
  }
}
