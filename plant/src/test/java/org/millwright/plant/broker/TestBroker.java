// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.broker;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.packets.connect.ConnectPacket;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.millwright.plant.edge.BrokerAddress;

/**
 * A real broker in this process: HiveMQ CE. Lets in whoever's password is "secret of" and his name.
 */
public final class TestBroker implements AutoCloseable {

  private final EmbeddedHiveMQ broker;
  private final int port;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  /** A broker on that port of the loopback interface, with its files below the folder. */
  public TestBroker(Path folder, int port) throws IOException {
    this(
        folder,
        port,
        "<tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>"
            .formatted(port));
  }

  /** A broker that speaks TLS only. */
  public TestBroker(Path folder, int port, TestCertificate certificate) throws IOException {
    this(
        folder,
        port,
        """
        <tls-tcp-listener>
          <port>%d</port>
          <bind-address>127.0.0.1</bind-address>
          <tls>
            <keystore>
              <path>%s</path>
              <password>%s</password>
              <private-key-password>%3$s</private-key-password>
            </keystore>
            <client-authentication-mode>NONE</client-authentication-mode>
          </tls>
        </tls-tcp-listener>
        """
            .formatted(port, certificate.store().toAbsolutePath(), TestCertificate.PASSWORD));
  }

  private TestBroker(Path folder, int port, String listener) throws IOException {
    this.port = port;
    Path config = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        config.resolve("config.xml"),
        """
        <hivemq>
          <listeners>
            %s
          </listeners>
          <persistence><mode>in-memory</mode></persistence>
          <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
        </hivemq>
        """
            .formatted(listener));
    broker =
        EmbeddedHiveMQ.builder()
            .withConfigurationFolder(config)
            .withDataFolder(Files.createDirectories(folder.resolve("data")))
            .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
            .withEmbeddedExtension(
                EmbeddedExtension.builder()
                    .withId("passwords")
                    .withName("passwords")
                    .withVersion("1")
                    .withExtensionMain(new Passwords())
                    .build())
            .build();
    broker.start().join();
  }

  /** A port nobody listens on. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Where it listens. */
  public BrokerAddress address() {
    return BrokerAddress.plain("127.0.0.1", port);
  }

  /** User names it did not let in. */
  public Set<String> refused() {
    return refused;
  }

  @Override
  public void close() {
    broker.stop().join();
  }

  private final class Passwords implements ExtensionMain {

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
      Services.securityRegistry()
          .setAuthenticatorProvider(provider ->
              (SimpleAuthenticator)
                  (connect, decision) -> {
                    if (knows(connect.getConnectPacket())) {
                      decision
                          .getDefaultPermissions()
                          .setDefaultBehaviour(DefaultAuthorizationBehaviour.ALLOW);
                      decision.authenticateSuccessfully();
                    } else {
                      refused.add(connect.getConnectPacket().getUserName().orElse(""));
                      decision.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED);
                    }
                  });
    }

    private boolean knows(ConnectPacket connect) {
      String user = connect.getUserName().orElse("");
      String password =
          connect
              .getPassword()
              .map(bytes -> StandardCharsets.UTF_8.decode(bytes).toString())
              .orElse("");
      return password.equals("secret of " + user);
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}
  }
}
