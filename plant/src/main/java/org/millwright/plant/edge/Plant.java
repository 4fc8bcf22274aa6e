// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.millwright.plant.archetype.Archetype;
import org.millwright.plant.archetype.Archetypes;
import org.millwright.plant.line.Line;
import org.millwright.plant.line.LineListener;
import org.millwright.plant.line.Shifts;
import org.millwright.plant.process.ProcessModels;
import org.millwright.sparkplug.EdgeNode;
import org.millwright.sparkplug.EdgeSettings;

/**
 * A running plant: its lines, their edge nodes and connections, on one thread.
 *
 * <p>A plant that starts at 14:00 lives the day from midnight on in silence first, so that the same
 * seed shows the same machines at the same time of day however often it is started.
 */
public final class Plant implements AutoCloseable {

  private static final long SHORTEST_TICK_MILLIS = 100;

  private final PlantSettings settings;
  private final Instant start;
  private final long startNanos = System.nanoTime();
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("plant").factory());
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final List<LineNode> nodes = new ArrayList<>();
  private final List<EdgeLink> links = new ArrayList<>();

  private Plant(PlantSettings settings, Consumer<String> log) {
    this.settings = settings;
    start = settings.start() == null ? Instant.now() : settings.start();
    Archetypes all = Archetypes.load();
    for (Archetype archetype : settings.lines()) {
      EdgeLink link =
          new EdgeLink(
              settings.broker(),
              settings.group(),
              archetype.id(),
              settings.credentials(),
              loop,
              log);
      links.add(link);
      nodes.add(lineNode(archetype, all, link));
    }
  }

  private LineNode lineNode(Archetype archetype, Archetypes all, EdgeLink link) {
    Instant midnight = start.atZone(settings.zone()).truncatedTo(ChronoUnit.DAYS).toInstant();
    Line line =
        new Line(
            archetype,
            archetype.id(),
            settings.seed(),
            midnight,
            new Shifts(settings.zone()),
            ProcessModels::create,
            LineListener.NONE);
    line.advanceTo(start);
    // A bdSeq that differs from the one before a restart, without a file to remember it in.
    long lastBdSeq = Instant.now().getEpochSecond() & 0xFF;
    EdgeNode edge =
        new EdgeNode(
            new EdgeSettings(
                settings.group(),
                archetype.id(),
                archetype.aliases(),
                settings.primaryHost(),
                settings.maxStored()),
            link::publish,
            lastBdSeq);
    return new LineNode(line, archetype.id(), edge, all.nodeMetrics());
  }

  /**
   * Starts a plant; it connects in the background and goes on until closed.
   *
   * @param log hears one line for each connection made, lost or refused
   */
  public static Plant start(PlantSettings settings, Consumer<String> log) {
    Plant plant = new Plant(settings, log);
    plant.loop.execute(plant::begin);
    return plant;
  }

  private void begin() {
    for (int i = 0; i < links.size(); i++) {
      links.get(i).start(nodes.get(i));
    }
    long period = Math.max(SHORTEST_TICK_MILLIS, Math.round(1000 / settings.speed()));
    var _ = loop.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      Instant now = start.plusMillis(Math.round(secondsRun() * settings.speed() * 1000));
      nodes.forEach(node -> node.advanceTo(now));
    } catch (RuntimeException bug) {
      // A scheduled task that throws is never run again, silently: say so instead.
      ended.completeExceptionally(bug);
      throw bug;
    }
  }

  /** Completes when the plant is closed, exceptionally when it broke. */
  public CompletableFuture<Void> ended() {
    return ended;
  }

  private double secondsRun() {
    return (System.nanoTime() - startNanos) / 1e9;
  }

  /** What it has done until now. */
  public PlantReport report() {
    Supplier<PlantReport> read =
        () ->
            new PlantReport(
                links.size(),
                links.stream().mapToLong(EdgeLink::messages).sum(),
                links.stream().mapToLong(EdgeLink::bytes).sum(),
                links.stream().mapToLong(EdgeLink::failed).sum(),
                secondsRun(),
                secondsRun() * settings.speed());
    return loop.isShutdown() ? read.get() : CompletableFuture.supplyAsync(read, loop).join();
  }

  /** Publishes every edge node's death, disconnects and ends. */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    List<CompletableFuture<?>> goodbyes = new ArrayList<>();
    try {
      loop.submit(() -> links.forEach(link -> goodbyes.add(link.close()))).get();
      CompletableFuture.allOf(goodbyes.toArray(CompletableFuture<?>[]::new)).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("could not say goodbye", failed.getCause());
    } finally {
      loop.shutdownNow();
      ended.complete(null);
    }
  }
}
