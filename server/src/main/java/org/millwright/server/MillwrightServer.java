// SPDX-License-Identifier: Apache-2.0
package org.millwright.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The platform in one process. Every setting has a default; see {@code application.yaml}. */
@Modulithic(systemName = "Millwright")
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableScheduling
public class MillwrightServer {

  /** Starts the platform; arguments are Spring properties such as {@code --server.port=8080}. */
  public static ConfigurableApplicationContext start(String... arguments) {
    return SpringApplication.run(MillwrightServer.class, arguments);
  }
}
