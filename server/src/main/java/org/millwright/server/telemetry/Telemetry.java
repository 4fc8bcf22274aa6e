// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.History;
import org.millwright.server.historian.SampleSink;
import org.millwright.server.historian.Tags;
import org.millwright.server.telemetry.journal.Journal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Runs the pipeline: starts it before the brokers (whose lifecycle phase is higher), stops it after
 * them.
 *
 * <p>{@code connectivity} and {@code performance} use this module and are called back by it, so
 * what they implement is looked up when the pipeline starts, not injected.
 */
@Service
class Telemetry implements SmartLifecycle, Sessions {

  private static final System.Logger LOG = System.getLogger(Telemetry.class.getName());
  private static final int PHASE = 1000;
  private static final long STOP_NANOS = 5_000_000_000L;

  private final IngestSettings settings;
  private final Journal journal;
  private final BoundedIngest queue;
  private final IngestTotals totals;
  private final History history;
  private final Tags tags;
  private final SampleSink samples;
  private final LiveTable live;
  private final Bindings bindings;
  private final Neighbours neighbours;
  private final Clock clock = Clock.systemUTC();
  private final ConcurrentMap<EdgeNodeId, NodeState> nodes = new ConcurrentHashMap<>();
  private @Nullable IngestJob job;
  private @Nullable IngestUpkeep upkeep;

  Telemetry(
      IngestSettings settings,
      Journal journal,
      BoundedIngest queue,
      IngestTotals totals,
      History history,
      Tags tags,
      SampleSink samples,
      LiveTable live,
      Bindings bindings,
      ObjectProvider<SessionListener> listeners,
      ObjectProvider<NodeCommands> commands,
      ObjectProvider<MessageMapper> mapper,
      ObjectProvider<WorkUnitSink> workUnits) {
    this.settings = settings;
    this.journal = journal;
    this.queue = queue;
    this.totals = totals;
    this.history = history;
    this.tags = tags;
    this.samples = samples;
    this.live = live;
    this.bindings = bindings;
    neighbours = new Neighbours(listeners, commands, mapper, workUnits);
  }

  @Override
  public void start() {
    queue.open();
    history.stages(settings.stages());
    StageContext stages =
        new StageContext(
            tags,
            samples,
            live,
            neighbours.listener(),
            neighbours.commands(),
            neighbours.mapper(),
            neighbours.workUnits(),
            bindings::following,
            nodes,
            totals,
            settings.sessions(),
            settings.plainSilence().toMillis());
    IngestJob started =
        new IngestJob(journal, queue, totals, history, stages, settings.stages(), clock);
    job = started;
    upkeep = new IngestUpkeep(settings, journal, queue, history, started);
  }

  @Override
  public void stop() {
    nodes.values().stream()
        .map(state -> state.node().source())
        .distinct()
        .forEach(this::sourceLost);
    queue.close();
    long until = System.nanoTime() + STOP_NANOS;
    while (totals.handled.sum() < totals.taken.sum() + totals.replayed.sum()
        && System.nanoTime() < until) {
      LockSupport.parkNanos(1_000_000);
    }
    if (upkeep != null) {
      upkeep.close();
      upkeep = null;
    }
    if (job != null) {
      job.close();
      job = null;
    }
    LOG.log(System.Logger.Level.DEBUG, "The ingest has stopped at position {0}.", queue.position());
  }

  @Override
  public boolean isRunning() {
    return job != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  /** Why nothing is processed, null when all is well. */
  @Nullable String failure() {
    IngestJob running = job;
    return running == null ? "The ingest does not run." : running.failure();
  }

  /** How often the pipeline's job failed and was started again. */
  long restarts() {
    IngestJob running = job;
    return running == null ? 0 : running.restarts();
  }

  @Override
  public List<Activity> activities() {
    return nodes.values().stream().map(NodeState::activity).toList();
  }

  @Override
  public Optional<RawMessage> lastMessage(EdgeNodeId node, String device) {
    NodeState state = nodes.get(node);
    return state == null ? Optional.empty() : Optional.ofNullable(state.lastMessages.get(device));
  }

  @Override
  public void sourceLost(String source) {
    nodes.values().stream()
        .filter(state -> state.node().source().equals(source) && state.online)
        .map(state -> state.plain() ? Route.PLAIN : state.node().edgeNode())
        .distinct()
        .forEach(name ->
            queue.note(
                new RawMessage(source, RawMessage.LOST + name, new byte[0], 1, clock.millis())));
  }
}
