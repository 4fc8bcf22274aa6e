// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import com.google.protobuf.InvalidProtocolBufferException;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.eclipse.tahu.protobuf.SparkplugBProto;
import org.millwright.model.Refusal;
import org.millwright.sparkplug.DataType;
import org.millwright.sparkplug.EdgeNodeSession;
import org.millwright.sparkplug.MetricView;
import org.millwright.sparkplug.NodeListener;
import org.millwright.sparkplug.PayloadReader;
import org.millwright.sparkplug.PayloadWriter;
import org.millwright.sparkplug.SessionSettings;
import org.millwright.sparkplug.Topic;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decoding of Sparkplug data on one core: a message of 100 metrics by alias, each with its own time
 * and a Double, as an edge node sends it. One operation is one metric.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = DecodeBench.ITERATIONS, time = DecodeBench.SECONDS)
public class DecodeBench {

  static final int ITERATIONS = 5;
  static final int SECONDS = 2;

  private static final int METRICS = 100;
  private static final long NOW = 1_700_000_000_000L;

  private final PayloadReader reader = new PayloadReader();
  private final Sum sum = new Sum();
  private final EdgeNodeSession session = new EdgeNodeSession(SessionSettings.DEFAULT, sum);
  private final Topic.Edge data = new Topic.Edge(Topic.MessageType.NDATA, "g", "n", null);
  private final byte[][] bySeq = new byte[256][];
  private int seq;

  /** Processor time of the thread that measures: other work on the machine does not count. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Processor {

    /** Nanoseconds of one iteration. */
    public long processorNanos;

    private long start;

    /** Before each iteration, on the measuring thread. */
    @Setup(Level.Iteration)
    public void start() {
      start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** After each iteration. */
    @TearDown(Level.Iteration)
    public void stop() {
      processorNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
  }

  /** Writes the messages, one per sequence number, and gives the session its birth. */
  @Setup
  public void write() {
    PayloadWriter writer = new PayloadWriter();
    writer.begin(NOW, 255);
    for (int i = 0; i < METRICS; i++) {
      writer
          .openMetric()
          .name("Line/Machine/Metric " + i)
          .alias(i)
          .timestamp(NOW)
          .type(DataType.DOUBLE)
          .real(DataType.DOUBLE, i)
          .close();
    }
    Topic.Edge birth = new Topic.Edge(Topic.MessageType.NBIRTH, "g", "n", null);
    session.accept(birth, writer.toByteArray(), NOW);
    for (int number = 0; number < bySeq.length; number++) {
      writer.begin(NOW, number);
      for (int i = 0; i < METRICS; i++) {
        writer.openMetric().alias(i).timestamp(NOW + i).real(DataType.DOUBLE, i * 1.1).close();
      }
      bySeq[number] = writer.toByteArray();
    }
  }

  /** The reader alone: outer fields, then every metric once. */
  @Benchmark
  @OperationsPerInvocation(METRICS)
  public double reader(Processor processor) {
    byte[] bytes = bySeq[0];
    reader.open(bytes, 0, bytes.length);
    double total = 0;
    while (reader.next()) {
      MetricView metric = reader.metric();
      total += metric.asDouble(DataType.DOUBLE) + metric.alias() + metric.timestamp();
    }
    return total;
  }

  /** What the platform does: sequence, whole message checked first, alias to slot, clock, value. */
  @Benchmark
  @OperationsPerInvocation(METRICS)
  public double session(Processor processor) {
    byte[] bytes = bySeq[seq];
    seq = (seq + 1) & 0xFF;
    session.accept(data, bytes, NOW);
    return sum.total;
  }

  /** The alternative: Google's generated classes, as Eclipse Tahu uses them. */
  @Benchmark
  @OperationsPerInvocation(METRICS)
  public double googleProtobuf(Processor processor) throws InvalidProtocolBufferException {
    double total = 0;
    for (SparkplugBProto.Payload.Metric metric :
        SparkplugBProto.Payload.parseFrom(bySeq[0]).getMetricsList()) {
      total += metric.getDoubleValue() + metric.getAlias() + metric.getTimestamp();
    }
    return total;
  }

  private static final class Sum implements NodeListener {

    private double total;

    @Override
    public void born(String device, int metrics, boolean rebirth) {}

    @Override
    public void declared(int slot, MetricView metric) {}

    @Override
    public void sample(int slot, long time, boolean historical, MetricView metric) {
      total = metric.asDouble(DataType.DOUBLE) + slot + time;
    }

    @Override
    public void died(String device) {}

    @Override
    public void gap(int expected, int got) {
      throw new IllegalStateException("The bench lost messages.");
    }

    @Override
    public void rebirthWanted(String reason) {}

    @Override
    public void clockWrong(long offsetMillis) {}

    @Override
    public void refused(String device, Refusal refusal) {
      throw new IllegalStateException(refusal.toString());
    }
  }
}
