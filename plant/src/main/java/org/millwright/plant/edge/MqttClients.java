// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.edge;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedListener;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;

/** Makes MQTT 3.1.1 clients, which every broker speaks. */
public final class MqttClients {

  private MqttClients() {}

  /**
   * A client not yet connected. It does not reconnect by itself: each connection of an edge node
   * needs a will of its own.
   */
  public static Mqtt3AsyncClient create(
      BrokerAddress broker, String clientId, int threads, MqttClientDisconnectedListener lost) {
    Mqtt3ClientBuilder builder =
        Mqtt3Client.builder()
            .identifier(clientId)
            .serverHost(broker.host())
            .serverPort(broker.port())
            .executorConfig(MqttClientExecutorConfig.builder().nettyThreads(threads).build())
            .addDisconnectedListener(lost);
    if (broker.tls()) {
      builder = builder.sslConfig(ssl(broker));
    }
    return builder.buildAsync();
  }

  private static MqttClientSslConfig ssl(BrokerAddress broker) {
    Path authority = broker.authority();
    return authority == null
        ? MqttClientSslConfig.builder().build()
        : MqttClientSslConfig.builder().trustManagerFactory(trust(authority)).build();
  }

  private static TrustManagerFactory trust(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority-" + number++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      return trust;
    } catch (IOException | GeneralSecurityException unusable) {
      throw new IllegalArgumentException(pem + " holds no usable certificates", unusable);
    }
  }
}
