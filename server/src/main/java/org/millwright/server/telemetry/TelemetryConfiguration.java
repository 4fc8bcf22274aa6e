// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.millwright.server.historian.History;
import org.millwright.server.telemetry.journal.Journal;
import org.millwright.sparkplug.SessionSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of the ingest that need no Spring themselves. */
@Configuration(proxyBeanMethods = false)
class TelemetryConfiguration {

  @Bean
  IngestSettings ingestSettings(
      @Value("${millwright.ingest.journal:${millwright.data}/journal}") Path journal,
      @Value("${millwright.ingest.queue-messages:65536}") int queueMessages,
      @Value("${millwright.ingest.max-payload-bytes:16777216}") int maxPayloadBytes,
      @Value("${millwright.ingest.journal-sync:1s}") Duration sync,
      @Value("${millwright.ingest.stages:0}") int stages,
      @Value("${millwright.mqtt.plain-silence:5m}") Duration plainSilence) {
    IngestSettings usual = IngestSettings.in(journal.toAbsolutePath());
    return new IngestSettings(
        usual.journal(),
        queueMessages,
        usual.queueBytes(),
        maxPayloadBytes,
        usual.segmentBytes(),
        sync,
        stages > 0 ? stages : usual.stages(),
        plainSilence,
        SessionSettings.DEFAULT);
  }

  @Bean(destroyMethod = "close")
  Journal journal(IngestSettings settings) throws IOException {
    return new Journal(settings.journal(), settings.segmentBytes());
  }

  @Bean
  IngestTotals ingestTotals() {
    return new IngestTotals();
  }

  @Bean(destroyMethod = "close")
  BoundedIngest ingestQueue(
      IngestSettings settings, Journal journal, IngestTotals totals, History history) {
    return new BoundedIngest(
        settings, journal, totals, Math.max(0, Math.max(journal.last(), history.sealedPosition())));
  }

  @Bean
  LiveTable liveValues() {
    return new LiveTable();
  }
}
