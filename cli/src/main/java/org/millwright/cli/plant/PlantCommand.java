// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.plant;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.millwright.cli.plant.PlantInput.Read;
import org.millwright.model.Refusal;
import org.millwright.plant.archetype.Archetype;
import org.millwright.plant.edge.BrokerAddress;
import org.millwright.plant.edge.CredentialSource;
import org.millwright.plant.edge.Plant;
import org.millwright.plant.edge.PlantSettings;
import org.millwright.plant.load.LoadFailedException;
import org.millwright.plant.load.LoadGenerator;
import org.millwright.plant.load.LoadSettings;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code millwright plant}: the virtual plant, or with {@code --edge-nodes} a load generator. */
@Command(
    name = "plant",
    description = {
      "Runs virtual production lines that speak Sparkplug B 3.0 to an MQTT broker, until stopped.",
      "With --edge-nodes it is a load generator instead."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class PlantCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--broker",
      defaultValue = "127.0.0.1:1883",
      description = "Where the broker listens, host:port (default ${DEFAULT-VALUE}).")
  private String broker = "";

  @Option(names = "--tls", description = "Speak TLS.")
  private boolean tls;

  @Option(
      names = "--tls-ca",
      paramLabel = "PEM",
      description = "Trust the certificates in this file instead of the JDK's.")
  private @Nullable Path authority;

  @Option(
      names = "--credentials",
      description = {
        "A file with lines group/node=username:password, as the platform writes it,",
        "or a pattern user/password in which {group} and {node} are replaced.",
        "Without it, edge nodes log in anonymously."
      })
  private String credentials = "";

  @Option(
      names = "--group",
      defaultValue = "fushan",
      description = "Sparkplug group (default ${DEFAULT-VALUE}).")
  private String group = "";

  @Option(
      names = "--lines",
      split = ",",
      defaultValue = "all",
      description = {
        "Which lines: hot-strip-mill, cigarette-line, frozen-food-line, magnesia-kiln,",
        "machining-cell, or all (default ${DEFAULT-VALUE})."
      })
  private List<String> lines = List.of();

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "The same seed gives the same day (default ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = {
        "Simulated seconds per second (default ${DEFAULT-VALUE}).",
        "Above 1 the plant's clock runs ahead unless --start lies in the past."
      })
  private double speed;

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      description = "When simulated time begins, such as 2026-03-02T00:00:00Z (default now).")
  private @Nullable Instant start;

  @Option(
      names = "--zone",
      defaultValue = "",
      description = "Time zone of the plant, such as Asia/Shanghai (default the system's).")
  private String zone = "";

  @Option(
      names = "--primary-host",
      defaultValue = "",
      description = "Wait for this Sparkplug host application to be online (default none).")
  private String primaryHost = "";

  @Option(
      names = "--store",
      defaultValue = "200000",
      description = "Samples each edge node keeps while nobody listens (default ${DEFAULT-VALUE}).")
  private int store;

  @Option(
      names = "--duration",
      description = {
        "Stop after this time, such as PT5M or 300s (default: a plant never, a load generator 60s)."
      },
      converter = DurationConverter.class)
  private @Nullable Duration duration;

  @ArgGroup(heading = "Load generator:%n", exclusive = false)
  private @Nullable LoadOptions load;

  /** Options of the load generator. */
  static final class LoadOptions {

    @Option(
        names = "--edge-nodes",
        required = true,
        description = "Edge nodes, each with its own connection, load-0001 and on.")
    private int edgeNodes;

    @Option(names = "--devices", description = "Devices per edge node (default 10).")
    private int devices = 10;

    @Option(names = "--metrics", description = "Metrics per device (default 100).")
    private int metrics = 100;

    @Option(
        names = "--rate",
        description = "Metric changes a second, all edge nodes together (default 100000).")
    private double rate = 100_000;

    @Option(
        names = "--changed-share",
        description = "Share of a device's metrics in one message (default 0.5).")
    private double changedShare = 0.5;

    @Option(names = "--qos", description = "QoS of data messages, 0 or 1 (default 0).")
    private int qos;

    @Option(names = "--node-prefix", description = "Name of the edge nodes (default load-).")
    private String nodePrefix = "load-";
  }

  @Override
  public Integer call() throws InterruptedException {
    PlantInput input = new PlantInput(broker, tls, authority, credentials, zone);
    return load == null ? plant(input) : load(input, load);
  }

  private int plant(PlantInput input) {
    Read<BrokerAddress> address = input.address();
    Read<List<Archetype>> archetypes = PlantInput.lines(lines);
    Refusal refusal = PlantInput.first(address, archetypes, input.zone(), input.speed(speed));
    if (refusal != null) {
      return refuse(refusal);
    }
    List<Archetype> chosen = archetypes.value();
    Read<CredentialSource> source =
        input.credentials(group, chosen.stream().map(Archetype::id).toList());
    if (source.refusal() != null) {
      return refuse(source.refusal());
    }
    return run(
        new PlantSettings(
            address.value(),
            source.value(),
            group,
            chosen,
            seed,
            speed,
            start,
            input.zone().value(),
            primaryHost,
            store));
  }

  private int run(PlantSettings settings) {
    Plant plant = Plant.start(settings, this::say);
    // Ctrl-C and SIGTERM end the process with its hooks: goodbye and report belong into one.
    Thread goodbye = new Thread(() -> finish(plant), "goodbye");
    Runtime.getRuntime().addShutdownHook(goodbye);
    CompletableFuture<Void> end = plant.ended();
    if (duration != null) {
      end = end.copy().completeOnTimeout(null, duration.toMillis(), TimeUnit.MILLISECONDS);
    }
    end.join();
    if (!plant.ended().isDone()) {
      Runtime.getRuntime().removeShutdownHook(goodbye);
      finish(plant);
    }
    return 0;
  }

  private void finish(Plant plant) {
    plant.close();
    print(plant.report());
  }

  private int load(PlantInput input, LoadOptions options) throws InterruptedException {
    Read<BrokerAddress> address = input.address();
    Refusal refusal =
        PlantInput.first(
            address,
            PlantInput.atLeastOne("--edge-nodes", options.edgeNodes),
            PlantInput.atLeastOne("--devices", options.devices),
            PlantInput.atLeastOne("--metrics", options.metrics),
            PlantInput.share("--changed-share", options.changedShare),
            PlantInput.qos(options.qos),
            input.speed(options.rate));
    if (refusal != null) {
      return refuse(refusal);
    }
    Read<CredentialSource> source = input.credentials(group, List.of(options.nodePrefix + "0001"));
    if (source.refusal() != null) {
      return refuse(source.refusal());
    }
    try {
      print(
          LoadGenerator.run(
              new LoadSettings(
                  address.value(),
                  source.value(),
                  group,
                  options.nodePrefix,
                  options.edgeNodes,
                  options.devices,
                  options.metrics,
                  options.rate,
                  options.changedShare,
                  options.qos,
                  duration == null ? Duration.ofSeconds(60) : duration,
                  seed),
              this::say));
      return 0;
    } catch (LoadFailedException outage) {
      say(outage.getMessage());
      return 1;
    }
  }

  private int refuse(Refusal refusal) {
    say(refusal.toString());
    return 2;
  }

  private void say(@Nullable String line) {
    if (spec != null) {
      spec.commandLine().getErr().println(line);
      spec.commandLine().getErr().flush();
    }
  }

  private void print(Object report) {
    if (spec != null) {
      spec.commandLine().getOut().println(JsonMapper.builder().build().writeValueAsString(report));
      spec.commandLine().getOut().flush();
    }
  }
}
