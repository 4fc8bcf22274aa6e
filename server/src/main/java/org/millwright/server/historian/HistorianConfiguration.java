// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.millwright.server.historian.store.Historian;
import org.millwright.server.historian.store.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the history in the data folder. */
@Configuration(proxyBeanMethods = false)
class HistorianConfiguration {

  @Bean(destroyMethod = "close")
  Historian historian(
      @Value("${millwright.historian.folder:${millwright.data}/history}") Path folder,
      @Value("${millwright.historian.block-rows:2000000}") int blockRows,
      @Value("${millwright.historian.block-age:5m}") Duration blockAge,
      @Value("${millwright.historian.memory-megabytes:512}") int memory) {
    Settings usual = Settings.in(folder.toAbsolutePath());
    return Historian.open(
        new Settings(
            usual.folder(),
            blockRows,
            blockAge,
            usual.queueRows(),
            usual.mergeFiles(),
            usual.mergeRows(),
            memory,
            usual.threads()),
        Clock.systemUTC());
  }

  @Bean(destroyMethod = "") // the historian closes it, after the last block is sealed
  Tags tags(Historian historian) {
    return historian.tags();
  }
}
