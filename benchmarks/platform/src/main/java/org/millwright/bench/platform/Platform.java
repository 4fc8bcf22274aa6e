// SPDX-License-Identifier: Apache-2.0
package org.millwright.bench.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.millwright.server.MillwrightServer;
import org.millwright.server.historian.HistorianStatus;
import org.millwright.server.historian.History;
import org.millwright.server.historian.SampleBatch;
import org.millwright.server.historian.SampleSink;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.Tags;
import org.millwright.server.historian.Trends;
import org.millwright.server.telemetry.LiveValues;
import org.millwright.server.telemetry.Sessions;
import org.springframework.context.ConfigurableApplicationContext;

/** The measured process: the whole platform, and probes that cost next to nothing. */
final class Platform {

  private static final int OLD_TAGS = 100;
  private static final long DAY = 86_400_000L;

  private final ConfigurableApplicationContext server;
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Random random = new Random(1);
  private final Latencies live = new Latencies();
  private final Latencies day = new Latencies();
  private final Latencies hour = new Latencies();
  private final Latencies browserAges = new Latencies();
  private final Latencies overview = new Latencies();
  private final Browser browser;
  private final long now = System.currentTimeMillis();
  private int firstOld;

  private Platform(ConfigurableApplicationContext server, Browser browser) {
    this.server = server;
    this.browser = browser;
  }

  /** Arguments: folder, minutes, edge nodes, rate, QoS. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    double minutes = Double.parseDouble(arguments[1]);
    int edgeNodes = Integer.parseInt(arguments[2]);
    int rate = Integer.parseInt(arguments[3]);
    int qos = Integer.parseInt(arguments[4]);
    Path credentials = Load.credentials(folder, edgeNodes);
    int port = freePort();
    ConfigurableApplicationContext server =
        MillwrightServer.start(
            "--millwright.data=" + folder,
            "--server.port=0",
            "--millwright.mqtt.port=" + port,
            "--millwright.mqtt.credentials=" + credentials,
            "--millwright.equipment.import-when-empty=" + LoadEquipment.write(folder, edgeNodes));
    int web = server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    Platform platform = new Platform(server, Browser.logIn(web, folder));
    platform.storeYesterday();
    long seconds = Math.round(minutes * 60);
    try (Load load = Load.start(folder, credentials, port, edgeNodes, rate, qos, seconds + 30)) {
      platform.measure(load, seconds, edgeNodes, rate);
    }
    server.close();
    System.exit(0);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** A day of 1 Hz samples of some tags, for trends to be read while the load runs. */
  private void storeYesterday() {
    Tags tags = server.getBean(Tags.class);
    SampleSink sink = server.getBean(SampleSink.class);
    firstOld = tags.size();
    for (int tag = 0; tag < OLD_TAGS; tag++) {
      tags.number(new TagAddress("bench", "bench/old", "", "signal" + tag));
    }
    for (long time = now - DAY; time < now; time += 60_000) {
      SampleBatch batch = new SampleBatch(OLD_TAGS * 60);
      for (int second = 0; second < 60; second++) {
        for (int tag = 0; tag < OLD_TAGS; tag++) {
          long at = time + second * 1000L;
          batch.add(firstOld + tag, at, 50 + 40 * Math.sin(at / 1e6 + tag), (byte) 0, at);
        }
      }
      while (!sink.append(batch)) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    server.getBean(History.class).seal();
  }

  private void measure(Load load, long seconds, int edgeNodes, int rate)
      throws IOException, InterruptedException {
    await(edgeNodes);
    browser.watch(watched(edgeNodes), browserAges);
    long nextOverview = System.nanoTime();
    long cpu = cpuNanos();
    double loadCpu = load.cpuSeconds();
    HistorianStatus before = history();
    long started = System.nanoTime();
    long nextTrend = started;
    while (System.nanoTime() - started < seconds * 1_000_000_000L && load.isAlive()) {
      probeLive();
      if (System.nanoTime() >= nextTrend) {
        probeTrends();
        nextTrend = System.nanoTime() + 500_000_000L;
      }
      if (System.nanoTime() >= nextOverview) {
        overview.add(browser.timeOf("/api/overview"));
        nextOverview = System.nanoTime() + 2_000_000_000L;
      }
    }
    double took = (System.nanoTime() - started) / 1e9;
    HistorianStatus after = history();
    double platformCores = (cpuNanos() - cpu) / 1e9 / took;
    double loadCores = (load.cpuSeconds() - loadCpu) / took;
    report(rate, took, (after.stored() - before.stored()) / took, platformCores, loadCores);
    settle();
    account();
  }

  /** Ten machines all over the plant, as ten open screens would show. */
  private static List<String> watched(int edgeNodes) {
    return IntStream.range(0, 10)
        .mapToObj(each ->
            LoadEquipment.unit(1 + each * (edgeNodes - 1) / 9, 1 + each % LoadEquipment.DEVICES))
        .distinct()
        .toList();
  }

  /** Until every edge node is born and the load has run a little. */
  private void await(int edgeNodes) {
    Sessions sessions = server.getBean(Sessions.class);
    long until = System.nanoTime() + 60_000_000_000L;
    while (sessions.activities().stream().filter(Sessions.Activity::online).count() < edgeNodes
        && System.nanoTime() < until) {
      LockSupport.parkNanos(50_000_000);
    }
    LockSupport.parkNanos(5_000_000_000L);
  }

  /** Waits for the next value of a tag of the load: how old is it when anyone here can see it? */
  private void probeLive() {
    LiveValues values = server.getBean(LiveValues.class);
    int tag = random.nextInt(server.getBean(Tags.class).size());
    long version = values.version(tag);
    long until = System.nanoTime() + 500_000_000L;
    while (System.nanoTime() < until) {
      if (values.version(tag) != version) {
        long seen = System.currentTimeMillis();
        values.value(tag).ifPresent(value -> live.add((double) (seen - value.time())));
        return;
      }
      LockSupport.parkNanos(500_000);
    }
  }

  private void probeTrends() {
    Trends trends = server.getBean(Trends.class);
    int tag = firstOld + random.nextInt(OLD_TAGS);
    day.add(time(() -> trends.query(List.of(tag), now - DAY, now, 1200)));
    hour.add(time(() -> trends.query(List.of(tag), now - 3_600_000, now, 1200)));
  }

  private static double time(Runnable task) {
    long start = System.nanoTime();
    task.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private HistorianStatus history() {
    return server.getBean(History.class).status();
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean)
            java.lang.management.ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Until what was under way is stored. */
  private void settle() {
    long until = System.nanoTime() + 30_000_000_000L;
    long last = -1;
    while (System.nanoTime() < until && history().received() != last) {
      last = history().received();
      LockSupport.parkNanos(2_000_000_000L);
    }
    server.getBean(History.class).seal();
  }

  private void report(int rate, double took, double stored, double platformCores, double loadCores)
      throws IOException {
    row(
        "samples stored a second, %.0f s".formatted(took),
        "%,d".formatted(rate),
        "%,.0f",
        stored,
        stored >= 0.97 * rate);
    long peak = Machine.peakMegabytes();
    row("resident memory at its peak, MB", "≤ 3,000", "%,.0f", (double) peak, peak <= 3000);
    row("cores used by the platform", "", "%.2f", platformCores, true);
    row("cores used by the load generator", "", "%.2f", loadCores, true);
    row("publish to live value p50, ms", "", "%.0f", live.quantile(0.5), true);
    row("publish to live value p99, ms", "", "%.0f", live.quantile(0.99), true);
    synchronized (browserAges) {
      row(
          "publish to browser through the event stream p50, ms (%d values of 10 machines)"
              .formatted(browserAges.size()),
          "",
          "%.0f",
          browserAges.quantile(0.5),
          browserAges.size() > 0);
      row(
          "publish to browser through the event stream p99, ms",
          "≤ 500",
          "%.0f",
          browserAges.quantile(0.99),
          browserAges.quantile(0.99) <= 500);
    }
    units();
    row(
        "command centre's query (`/api/overview` over HTTP) p50, ms (%d)"
            .formatted(overview.size()),
        "",
        "%.0f",
        overview.quantile(0.5),
        true);
    row("command centre's query p95, ms", "", "%.0f", overview.quantile(0.95), true);
    row("trend of 24 h at 1 Hz during ingest p50, ms", "", "%.1f", day.quantile(0.5), true);
    row(
        "trend of 24 h at 1 Hz during ingest p95, ms (%d queries)".formatted(day.size()),
        "≤ 100",
        "%.1f",
        day.quantile(0.95),
        day.quantile(0.95) <= 100);
    row(
        "trend of the last hour, raw, during ingest p95, ms",
        "",
        "%.1f",
        hour.quantile(0.95),
        true);
  }

  /** Work units that have a state: the load is bound to equipment. */
  private void units() {
    int bound = 0;
    int running = 0;
    try {
      String all = browser.get("/api/overview");
      bound = all.split("\"level\":\"WORK_UNIT\"", -1).length - 1;
      running = bound - (all.split("\"state\":\"NOT_OBSERVED\"", -1).length - 1);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    row("work units with states, counts and KPIs", "", "%,.0f", (double) bound, bound > 0);
    row("of these with a state at the end", "", "%,.0f", (double) running, running >= bound);
  }

  private void account() {
    HistorianStatus status = history();
    long missing = status.received() - status.stored() - status.duplicate();
    row("samples handed over", "", "%,.0f", (double) status.received(), true);
    row("of these stored", "", "%,.0f", (double) status.stored(), true);
    row("of these duplicates", "", "%,.0f", (double) status.duplicate(), true);
    row("of these unaccounted for", "0", "%,.0f", (double) missing, missing == 0);
    ingestReport();
    long bytes =
        bytes(server.getEnvironment().getProperty("millwright.data", "") + "/history/samples");
    row(
        "bytes a sealed sample",
        "",
        "%.2f",
        (double) bytes / Math.max(1, status.sealedRows()),
        true);
  }

  private void ingestReport() {
    var registry = server.getBean(io.micrometer.core.instrument.MeterRegistry.class);
    for (String name :
        List.of("offered", "taken", "full", "handled", "unborn", "refused", "broken")) {
      var counter = registry.find("millwright.ingest." + name).functionCounter();
      if (counter != null) {
        boolean fine =
            List.of("offered", "taken", "handled").contains(name) || counter.count() == 0;
        row("messages " + name, fine ? "" : "0", "%,.0f", counter.count(), fine);
      }
    }
  }

  private static long bytes(String folder) {
    try (var files = java.nio.file.Files.walk(Path.of(folder))) {
      return files
          .filter(java.nio.file.Files::isRegularFile)
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }

  private void row(String figure, String wanted, String format, double value, boolean met) {
    out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %s |%n",
        figure,
        wanted,
        String.format(Locale.ROOT, format, value),
        met ? "" : "**missed**");
  }
}
