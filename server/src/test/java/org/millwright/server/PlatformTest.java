// SPDX-License-Identifier: Apache-2.0
package org.millwright.server;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
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

  /** A fresh folder and a free port for the broker. */
  class EmptyDataFolder implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try {
        TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
            context,
            "millwright.data=" + Files.createTempDirectory("millwright-test"),
            "millwright.mqtt.port=0");
        if (PostgresDatabase.isAskedFor()) {
          TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
              context, PostgresDatabase.freshDatabase());
        }
      } catch (IOException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
