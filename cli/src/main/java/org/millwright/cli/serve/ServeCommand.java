// SPDX-License-Identifier: Apache-2.0
package org.millwright.cli.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.millwright.server.MillwrightServer;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code millwright serve}: the platform in this process, until it is stopped. */
@Command(
    name = "serve",
    description = "Starts the platform.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port of the screens and the HTTP API (default ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--mqtt-port",
      defaultValue = "1883",
      description = "Port of the embedded MQTT broker (default ${DEFAULT-VALUE}).")
  private int mqttPort;

  @Option(
      names = "--data",
      defaultValue = "data",
      description = "Folder for everything that is kept (default ./${DEFAULT-VALUE}).")
  private Path data = Path.of("data");

  @Option(
      names = "--demo",
      description = "On an empty database, set up the equipment of the virtual plant.")
  private boolean demo;

  @Parameters(
      arity = "0..*",
      paramLabel = "SETTING",
      description = "Further settings as name=value; see the guide's page on configuration.")
  private List<String> settings = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var arguments = new ArrayList<String>();
    arguments.add("--server.port=" + port);
    arguments.add("--millwright.mqtt.port=" + mqttPort);
    arguments.add("--millwright.data=" + data.toAbsolutePath().normalize());
    if (demo) {
      arguments.addAll(demo());
    }
    settings.forEach(setting -> arguments.add("--" + setting));
    var stopped = new CountDownLatch(1);
    MillwrightServer.start(arguments.toArray(String[]::new))
        .addApplicationListener(event -> countDownWhenClosed(event, stopped));
    stopped.await();
    return 0;
  }

  private List<String> demo() throws IOException {
    Path folder = data.toAbsolutePath().normalize().resolve("demo");
    Path credentials = folder.resolve("plant-credentials.properties");
    DemoCredentials.writeTo(credentials, DemoEquipment.ENTERPRISE, DemoEquipment.writeTo(folder));
    return List.of(
        "--millwright.equipment.import-when-empty=" + folder,
        "--millwright.shifts.crews-when-empty=" + folder.resolve("crews.csv"),
        "--millwright.mqtt.credentials=" + credentials);
  }

  private static void countDownWhenClosed(ApplicationEvent event, CountDownLatch stopped) {
    if (event instanceof ContextClosedEvent) {
      stopped.countDown();
    }
  }
}
