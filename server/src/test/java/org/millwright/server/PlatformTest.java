// SPDX-License-Identifier: Apache-2.0
package org.millwright.server;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Starts the whole platform on an empty data folder of its own, shared by tests alike. Tests tagged
 * {@code records} run twice: on H2, and on PostgreSQL.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = PlatformTest.EmptyDataFolder.class)
public @interface PlatformTest {

  /** A fresh folder, free ports for the broker, and a certificate of its own. */
  class EmptyDataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String KEY_PASSWORD = "of the test";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        Path data = Files.createTempDirectory("millwright-test");
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
            context,
            "millwright.data=" + data,
            "millwright.mqtt.port=0",
            "millwright.mqtt.tls.port=" + freePort(),
            "millwright.mqtt.tls.keystore=" + keyStore(data),
            "millwright.mqtt.tls.keystorePassword=" + KEY_PASSWORD);
        if (PostgresDatabase.isAskedFor()) {
          TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
              context, PostgresDatabase.freshDatabase());
        }
      } catch (IOException failure) {
        throw new IllegalStateException(failure);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    private static int freePort() throws IOException {
      try (ServerSocket socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      }
    }

    /** Made by the JDK's own keytool, as the guide shows for a first try. */
    private static Path keyStore(Path folder) throws IOException, InterruptedException {
      Path store = folder.resolve("server.p12");
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-alias",
                  "server",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=localhost",
                  "-ext",
                  "SAN=dns:localhost,ip:127.0.0.1",
                  "-storetype",
                  "PKCS12",
                  "-storepass",
                  KEY_PASSWORD,
                  "-keystore",
                  store.toString())
              .inheritIO()
              .start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException("keytool made no certificate");
      }
      return store;
    }
  }
}
