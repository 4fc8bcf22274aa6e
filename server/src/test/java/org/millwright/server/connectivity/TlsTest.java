// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ConnectivityTest
class TlsTest {

  private static final String PASSWORD = "changeit";

  @Autowired private Credentials credentials;
  @Autowired private Intake intake;
  @Autowired private StraightPipeline pipeline;
  @Autowired private LastMessages lastMessages;

  @Test
  void aClientThatTrustsTheCertificateConnectsByTlsAndOneThatDoesNotStaysOut(@TempDir Path folder)
      throws Exception {
    Path keystore = folder.resolve("server.p12");
    makeKey(keystore);
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var settings =
        new MqttSettings(
            true, 0, "127.0.0.1", "tls-host", "", 1 << 20, 30,
            new MqttSettings.Tls(port, keystore.toString(), PASSWORD, ""));
    var broker =
        new EmbeddedBroker(
            settings, folder, credentials, intake, new BrokerLinks(), Clock.systemUTC());
    credentials.save(
        new Credential("tls", Credential.Kind.PLAIN, "", "", "tls/#", Instant.EPOCH),
        PASSWORD,
        "test");
    pipeline.open();
    broker.start();
    try {
      assertThatThrownBy(builder(port).sslWithDefaultConfig().buildBlocking()::connect)
          .hasMessageContaining("certif");
      Mqtt3BlockingClient client = builder(port).sslConfig(trusting(keystore)).buildBlocking();
      client.connect();
      client.publishWith().topic("tls/a").qos(MqttQos.AT_LEAST_ONCE).payload(new byte[] {'1'}).send();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(lastMessages.on("embedded", "tls/a")).isPresent());
      client.disconnect();
    } finally {
      broker.stop();
    }
    assertThat(broker.isRunning()).isFalse();
  }

  private static Mqtt3ClientBuilder builder(int port) {
    return MqttClient.builder()
        .useMqttVersion3()
        .identifier("tls")
        .serverHost("localhost")
        .serverPort(port)
        .simpleAuth()
        .username("tls")
        .password(PASSWORD.getBytes(StandardCharsets.UTF_8))
        .applySimpleAuth();
  }

  private static MqttClientSslConfig trusting(Path keystore) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(keystore)) {
      store.load(file, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate("server"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return MqttClientSslConfig.builder().trustManagerFactory(factory).build();
  }

  private static void makeKey(Path keystore) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost",
                "-ext", "SAN=dns:localhost,ip:127.0.0.1", "-validity", "2", "-storetype", "PKCS12",
                "-keystore", keystore.toString(), "-storepass", PASSWORD)
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(output).isZero();
  }
}
