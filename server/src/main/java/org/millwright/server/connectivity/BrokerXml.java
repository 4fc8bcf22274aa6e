// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import java.nio.file.Path;

/** HiveMQ's config.xml from the settings. */
final class BrokerXml {

  private BrokerXml() {}

  static String of(MqttSettings settings, int port) {
    return """
    <?xml version="1.0"?>
    <hivemq>
      <listeners>
        <tcp-listener>
          <port>%d</port>
          <bind-address>%s</bind-address>
        </tcp-listener>
    %s  </listeners>
      <mqtt>
        <packets><max-packet-size>%d</max-packet-size></packets>
      </mqtt>
      <persistence><mode>file</mode></persistence>
      <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
    </hivemq>
    """
        .formatted(port, escaped(settings.bind()), tls(settings), settings.maxPacketBytes());
  }

  private static String tls(MqttSettings settings) {
    MqttSettings.Tls tls = settings.tls();
    if (tls == null) {
      return "";
    }
    String keyPassword = tls.keyPassword().isEmpty() ? tls.keystorePassword() : tls.keyPassword();
    return """
        <tls-tcp-listener>
          <port>%d</port>
          <bind-address>%s</bind-address>
          <tls>
            <keystore>
              <path>%s</path>
              <password>%s</password>
              <private-key-password>%s</private-key-password>
            </keystore>
            <client-authentication-mode>NONE</client-authentication-mode>
          </tls>
        </tls-tcp-listener>
    """
        .formatted(
            tls.port(),
            escaped(settings.bind()),
            escaped(Path.of(tls.keystore()).toAbsolutePath().toString()),
            escaped(tls.keystorePassword()),
            escaped(keyPassword));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
