// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings below {@code millwright.mqtt}.
 *
 * @param embedded whether the broker inside the platform runs
 * @param port its port; 0 takes a free one
 * @param bind the address it listens at
 * @param hostId the Sparkplug host id, unique among the hosts of a broker
 * @param credentials a properties file {@code group/node=username:password}; those not known yet
 *     are added at the start; empty: none
 * @param maxPacketBytes the largest MQTT packet taken
 * @param patienceSeconds how long a sender waits for room in the queue before its message is given
 *     back unacknowledged
 * @param tls a second listener with TLS; null: none
 * @param external brokers elsewhere by name, besides those that people add over the API
 */
@ConfigurationProperties("millwright.mqtt")
record MqttSettings(
    @DefaultValue("true") boolean embedded,
    @DefaultValue("1883") int port,
    @DefaultValue("0.0.0.0") String bind,
    @DefaultValue("millwright") String hostId,
    @DefaultValue("") String credentials,
    @DefaultValue("16777216") int maxPacketBytes,
    @DefaultValue("30") int patienceSeconds,
    @Nullable Tls tls,
    @DefaultValue Map<String, External> external) {

  /**
   * A broker elsewhere, such as {@code millwright.mqtt.external.plant.host}.
   *
   * @param username empty: none
   * @param password empty: none
   * @param clientId unique at the broker; empty: {@code millwright-} and the name
   * @param filters topic filters of plain MQTT to subscribe to besides Sparkplug's
   */
  record External(
      String host,
      @DefaultValue("1883") int port,
      @DefaultValue("false") boolean tls,
      @DefaultValue("") String username,
      @DefaultValue("") String password,
      @DefaultValue("") String clientId,
      @DefaultValue List<String> filters) {

    Connection named(String name) {
      return new Connection(
          name,
          host,
          port,
          tls,
          username,
          password,
          clientId.isEmpty() ? "millwright-" + name : clientId,
          filters,
          true);
    }
  }

  /**
   * TLS of the embedded broker.
   *
   * @param keystore path of a PKCS#12 or JKS file with the server's key
   * @param keystorePassword of the file
   * @param keyPassword of the key; empty: the file's
   */
  record Tls(
      @DefaultValue("8883") int port,
      String keystore,
      String keystorePassword,
      @DefaultValue("") String keyPassword) {}
}
