// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.function.FunctionEx;
import com.hazelcast.jet.Job;
import com.hazelcast.jet.config.JobConfig;
import com.hazelcast.jet.config.ProcessingGuarantee;
import com.hazelcast.jet.core.DAG;
import com.hazelcast.jet.core.Edge;
import com.hazelcast.jet.core.JobStatus;
import com.hazelcast.jet.core.Partitioner;
import com.hazelcast.jet.core.Processor;
import com.hazelcast.jet.core.ProcessorMetaSupplier;
import com.hazelcast.jet.core.ProcessorSupplier;
import com.hazelcast.jet.core.Vertex;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The embedded Hazelcast member and its one job: queue, then stages keyed by edge node.
 *
 * <p>The job is built on Jet's core API: a stage has to act when time passes without a message, and
 * to push back when the historian is behind; the pipeline API offers neither without a copy of each
 * message. Jet's snapshots are off: the ingest journal is the one place to recover from.
 */
final class Pipeline implements AutoCloseable {

  private final HazelcastInstance member;
  private final int stages;
  private volatile @Nullable Job job;

  Pipeline(int stages) {
    this.stages = stages;
    member = Hazelcast.newHazelcastInstance(config(stages));
  }

  /** Starts the job, for the first time or after it failed. */
  void start(PipelineContext context) {
    member.getUserContext().put(PipelineContext.KEY, context);
    JobConfig jobConfig =
        new JobConfig()
            .setName("ingest")
            .setProcessingGuarantee(ProcessingGuarantee.NONE)
            .setAutoScaling(false);
    job = member.getJet().newJob(dag(stages), jobConfig);
  }

  private static DAG dag(int stages) {
    DAG dag = new DAG();
    Vertex source =
        dag.newVertex("queue", ProcessorMetaSupplier.forceTotalParallelismOne(new Supplier(true)));
    Vertex stage = dag.newVertex("stage", ProcessorMetaSupplier.of(stages, new Supplier(false)));
    dag.edge(Edge.between(source, stage).partitioned(new Key(), new ByNode()));
    return dag;
  }

  /**
   * One member for itself: it looks for no others, listens on the loopback interface only and calls
   * nobody.
   */
  private static Config config(int stages) {
    Config config = new Config();
    config.setClusterName("millwright");
    config.setClassLoader(Pipeline.class.getClassLoader());
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.jet.idle.cooperative.max.microseconds", "2000");
    config.setProperty("hazelcast.operation.thread.count", "2");
    config.setProperty("hazelcast.io.thread.count", "1");
    config.getJetConfig().setEnabled(true).setCooperativeThreadCount(Math.max(1, stages));
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.getNetworkConfig().setPublicAddress("127.0.0.1");
    return config;
  }

  /** Why the job does not run, null when it does. */
  @Nullable String failure() {
    Job running = job;
    if (running == null) {
      return "The ingest job has not been started.";
    }
    JobStatus status = running.getStatus();
    return status == JobStatus.FAILED || status == JobStatus.SUSPENDED
        ? "The ingest job is " + status + "."
        : null;
  }

  /** What the job failed of, null when that is not known. */
  @Nullable Throwable cause() {
    Job failed = job;
    return failed != null && failed.getFuture().isCompletedExceptionally()
        ? failed.getFuture().handle((done, failure) -> failure).join()
        : null;
  }

  @Override
  public void close() {
    Job running = job;
    try {
      if (running != null && failure() == null) {
        running.cancel();
        running.join();
      }
    } catch (CancellationException e) {
      // what was asked for
    } finally {
      member.shutdown();
    }
  }

  /** The key of a message. */
  private static final class Key implements FunctionEx<Queued, Queued> {
    private static final long serialVersionUID = 1;

    @Override
    public Queued applyEx(Queued queued) {
      return queued;
    }
  }

  /** By hash code: the default would serialise the key of every message. */
  private static final class ByNode implements Partitioner<Queued> {
    private static final long serialVersionUID = 1;

    @Override
    public int getPartition(Queued queued, int count) {
      return queued.partition(count);
    }
  }

  /** Makes the processors on the member. */
  private static final class Supplier implements ProcessorSupplier {
    private static final long serialVersionUID = 1;
    private final boolean source;
    private transient @Nullable PipelineContext pipeline;

    Supplier(boolean source) {
      this.source = source;
    }

    @Override
    public void init(Context context) {
      pipeline =
          (PipelineContext) context.hazelcastInstance().getUserContext().get(PipelineContext.KEY);
    }

    @Override
    public Collection<? extends Processor> get(int count) {
      PipelineContext context = pipeline;
      if (context == null) {
        return List.of();
      }
      return Stream.generate(
              () -> source ? new QueueSource(context.feed()) : new StageProcessor(context))
          .limit(count)
          .toList();
    }
  }
}
