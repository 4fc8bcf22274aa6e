// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Sends metric changes at a steady rate from many edge nodes, on the calling thread and a few
 * threads of the MQTT client. Messages are made once and patched in place, so that the generator
 * takes little of the machine it measures on.
 */
public final class LoadGenerator {

  private static final long BEAT_NANOS = 2_000_000;
  private static final int NETTY_THREADS = 1;
  private static final int CONNECTS_AT_ONCE = 50;
  private static final long WAIT_SECONDS = 60;

  private final LoadSettings settings;
  private final Consumer<String> log;
  private final List<LoadNode> nodes = new ArrayList<>();
  private long messages;
  private long metrics;
  private long bytes;

  private LoadGenerator(LoadSettings settings, Consumer<String> log) {
    this.settings = settings;
    this.log = log;
    List<FrameLayout> layouts = layouts(settings);
    for (int i = 0; i < settings.nodes(); i++) {
      nodes.add(new LoadNode(settings, i, layouts, NETTY_THREADS));
    }
  }

  /** Groups of consecutive metrics, of the size of a message; the last may be smaller. */
  private static List<FrameLayout> layouts(LoadSettings settings) {
    int size = settings.changesPerMessage();
    List<FrameLayout> layouts = new ArrayList<>();
    for (int first = 0; first < settings.metrics(); first += size) {
      layouts.add(new FrameLayout(first, Math.min(size, settings.metrics() - first)));
    }
    return List.copyOf(layouts);
  }

  /**
   * Connects, births, sends for the duration and leaves.
   *
   * @param log hears of progress
   * @throws LoadFailedException when not all nodes can connect
   */
  public static LoadReport run(LoadSettings settings, Consumer<String> log)
      throws InterruptedException {
    LoadGenerator generator = new LoadGenerator(settings, log);
    try {
      generator.connect();
      return generator.send();
    } finally {
      generator.close();
    }
  }

  private void connect() throws InterruptedException {
    for (int from = 0; from < nodes.size(); from += CONNECTS_AT_ONCE) {
      List<LoadNode> batch = nodes.subList(from, Math.min(nodes.size(), from + CONNECTS_AT_ONCE));
      await(batch.stream().<CompletableFuture<?>>map(LoadNode::connect).toList());
      batch.forEach(LoadNode::birth);
    }
    waitUntilDrained();
    log.accept(nodes.size() + " edge nodes are born");
  }

  private static void await(List<CompletableFuture<?>> several) throws InterruptedException {
    try {
      CompletableFuture.allOf(several.toArray(CompletableFuture<?>[]::new))
          .get(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException refused) {
      Throwable cause = refused.getCause();
      throw new LoadFailedException(
          "the broker refuses: " + (cause == null ? refused : cause).getMessage(), refused);
    } catch (TimeoutException late) {
      throw new LoadFailedException("the broker did not answer in " + WAIT_SECONDS + " s", late);
    }
  }

  private void waitUntilDrained() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
    while (!nodes.stream().allMatch(LoadNode::drained) && System.nanoTime() < deadline) {
      pause();
    }
  }

  private static void pause() throws InterruptedException {
    LockSupport.parkNanos(BEAT_NANOS);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private LoadReport send() throws InterruptedException {
    double changesPerMessage =
        (double) settings.metrics()
            / Math.ceilDiv(settings.metrics(), settings.changesPerMessage());
    double messagesPerNano = settings.changesPerSecond() / changesPerMessage / 1e9;
    Duration cpuBefore = cpu();
    long begin = System.nanoTime();
    long end = begin + settings.duration().toNanos();
    long due = 0;
    int turn = 0;
    int places = nodes.size() * settings.devices();
    for (long now = begin; now < end; now = System.nanoTime()) {
      long wanted = (long) ((now - begin) * messagesPerNano);
      long millis = System.currentTimeMillis();
      int skipped = 0;
      nodes.forEach(LoadNode::mend);
      while (due < wanted && skipped < places) {
        boolean sent = sendTurn(turn, millis);
        turn = turn + 1 == places ? 0 : turn + 1;
        due += sent ? 1 : 0;
        skipped = sent ? 0 : skipped + 1;
      }
      pause();
    }
    waitUntilDrained();
    return report((System.nanoTime() - begin) / 1e9, cpu().minus(cpuBefore));
  }

  /** Nodes take turns, so that each has its messages evenly in time. */
  private boolean sendTurn(int turn, long millis) {
    LoadNode node = nodes.get(turn % nodes.size());
    if (!node.ready()) {
      return false;
    }
    int device = turn / nodes.size();
    LoadNode.Sent sent = node.send(device, millis);
    messages++;
    metrics += sent.metrics();
    bytes += sent.bytes();
    return true;
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private LoadReport report(double seconds, Duration cpu) {
    long failed = nodes.stream().mapToLong(LoadNode::failed).sum();
    long births = nodes.stream().mapToLong(LoadNode::births).sum();
    long birthMetrics =
        births / (1 + settings.devices()) * (2L + (long) settings.devices() * settings.metrics());
    return new LoadReport(
        (int) nodes.stream().filter(LoadNode::up).count(),
        messages,
        metrics,
        bytes,
        births,
        birthMetrics,
        nodes.stream().mapToLong(LoadNode::rebirths).sum(),
        nodes.stream().mapToLong(LoadNode::lost).sum(),
        failed,
        seconds,
        metrics / seconds,
        cpu.toMillis() / 1e3);
  }

  private void close() throws InterruptedException {
    await(nodes.stream().<CompletableFuture<?>>map(LoadNode::close).toList());
  }
}
