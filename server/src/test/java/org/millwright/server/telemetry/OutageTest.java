// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.millwright.server.PlatformTest;
import org.millwright.server.historian.History;
import org.millwright.server.historian.Quality;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.Tags;
import org.millwright.server.historian.Trends;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Grant;
import org.millwright.server.identity.Role;
import org.millwright.server.telemetry.IngestQueue.Offer;
import org.millwright.server.telemetry.journal.Journal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A full disk and an unreachable database: shown, survived without a loss, and recovered from. */
@PlatformTest
@DirtiesContext // nobody else wants its database
class OutageTest {

  private static final StoppablePostgres DATABASE = new StoppablePostgres();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** The kernel answers each write to it with "no space left on device". */
  private static final Path FULL_DISK = Path.of("/dev/full");

  @Autowired private MockMvc web;
  @Autowired private IngestQueue queue;
  @Autowired private Journal journal;
  @Autowired private IngestSettings settings;
  @Autowired private History history;
  @Autowired private Trends trends;
  @Autowired private Tags tags;
  @Autowired private LiveValues live;

  @Value("${millwright.data}/history")
  private Path historyFolder;

  @DynamicPropertySource
  static void ownDatabase(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", () -> "postgres");
    registry.add("spring.datasource.hikari.connection-timeout", () -> "1000");
  }

  @Test
  void anUnreachableDatabaseIsSaidWithACodeAndHealthIsDown() throws Exception {
    FakeEdge before = new FakeEdge("before");
    speak(before.birth(now()));
    speak(before.data(now(), 1));
    awaitLive("before", 1);
    DATABASE.stop();
    try {
      web.perform(get("/api/mappings").with(administrator()))
          .andExpect(status().isServiceUnavailable())
          .andExpect(header().exists("Retry-After"))
          .andExpect(jsonPath("$.refusals[0].code").value("DATABASE-UNREACHABLE"));
      web.perform(
              post("/api/credentials")
                  .with(administrator())
                  .with(csrf())
                  .contentType(MediaType.APPLICATION_JSON)
                  .content("{\"username\":\"late\",\"kind\":\"PLAIN\",\"topics\":\"a/#\"}"))
          .andExpect(status().isServiceUnavailable())
          .andExpect(jsonPath("$.refusals[0].code").value("DATABASE-UNREACHABLE"));
      // The session of a browser is in the database too, and is looked for before any handler.
      web.perform(get("/api/session").cookie(new Cookie("SESSION", "bm8tc3VjaC1zZXNzaW9u")))
          .andExpect(status().isServiceUnavailable())
          .andExpect(jsonPath("$.refusals[0].code").value("DATABASE-UNREACHABLE"));
      web.perform(get("/actuator/health")).andExpect(status().isServiceUnavailable());
    } finally {
      DATABASE.start();
    }
  }

  @Test
  void aFullDiskUnderTheHistoryIsShownAndNothingIsLostOrTwice() throws Exception {
    Assumptions.assumeTrue(Files.exists(FULL_DISK), "needs " + FULL_DISK);
    FakeEdge edge = new FakeEdge("tight");
    long base = now();
    speak(edge.birth(base));
    for (long value = 0; value < 100; value++) {
      speak(edge.data(base + 1 + value, value));
    }
    awaitLive("tight", 99);
    Path draft = historyFolder.resolve("manifest.json.draft");
    Files.createSymbolicLink(draft, FULL_DISK);
    try {
      history.seal();
      web.perform(get("/api/health/ingest").with(administrator()))
          .andExpect(status().isOk())
          .andExpect(jsonPath("$.refusals[*].code", hasItem("HISTORIAN-DISK-FULL")));
      web.perform(get("/actuator/health").with(administrator()))
          .andExpect(status().isServiceUnavailable())
          .andExpect(jsonPath("$.components.historian.status").value("DOWN"))
          .andExpect(
              jsonPath("$.components.historian.details.refusal.code").value("HISTORIAN-DISK-FULL"));
      for (long value = 100; value < 200; value++) {
        speak(edge.data(base + 1 + value, value));
      }
      await().atMost(PATIENCE).until(() -> values("tight").size() == 200);
    } finally {
      Files.delete(draft);
    }

    await().atMost(PATIENCE).until(() -> history.status().failure() == null);
    history.seal();
    assertThat(history.status().openRows()).isZero();
    assertThat(values("tight"))
        .containsExactlyElementsOf(LongStream.range(0, 200).boxed().toList());
    web.perform(get("/actuator/health")).andExpect(status().isOk());
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(parquetFiles()).as("none left over").isEqualTo(history.status().files()));
  }

  @Test
  void aJournalThatCannotBeWrittenIsShownAndNothingIsAcknowledgedUntilItCan() throws Exception {
    FakeEdge edge = new FakeEdge("unwritten");
    speak(edge.birth(now()));
    Path away = settings.journal().resolveSibling("journal.away");
    journal.close(); // the next message needs a new file
    Files.move(settings.journal(), away);
    RawMessage message = edge.data(now(), 5);
    try {
      assertThat(queue.offer(message))
          .isInstanceOfSatisfying(
              Offer.Refused.class,
              refused -> assertThat(refused.refusal().code()).isEqualTo("INGEST-JOURNAL"));
      web.perform(get("/api/health/ingest").with(administrator()))
          .andExpect(jsonPath("$.refusals[*].code", hasItem("INGEST-JOURNAL")));
      web.perform(get("/actuator/health"))
          .andExpect(status().isServiceUnavailable())
          .andExpect(jsonPath("$.components.ingest.status").value("DOWN"));
    } finally {
      Files.move(away, settings.journal());
    }

    speak(message); // its sender still has it
    awaitLive("unwritten", 5);
    web.perform(get("/api/health/ingest").with(administrator()))
        .andExpect(jsonPath("$.refusals").isEmpty());
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  private void speak(RawMessage message) {
    assertThat(queue.offer(message)).isInstanceOf(Offer.Taken.class);
  }

  private int tag(String edge) {
    return tags.find(new TagAddress(FakeEdge.SOURCE, "test/" + edge, "", "count")).orElse(-1);
  }

  private void awaitLive(String edge, double value) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            live.value(tag(edge))
                .filter(now -> now.quality() == Quality.GOOD && now.value() == value)
                .isPresent());
  }

  /** What was sent, without the birth's -1. */
  private List<Long> values(String edge) {
    return trends.samples(tag(edge), 0, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
        .filter(sample -> sample.value() >= 0 && sample.quality() == Quality.GOOD)
        .map(sample -> (long) sample.value())
        .toList();
  }

  private int parquetFiles() throws IOException {
    try (Stream<Path> files = Files.walk(historyFolder)) {
      return (int) files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }

  private static RequestPostProcessor administrator() {
    var user =
        new CurrentUser("someone", "Someone", false, List.of(new Grant("", Role.ADMINISTRATOR)));
    return authentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
  }
}
