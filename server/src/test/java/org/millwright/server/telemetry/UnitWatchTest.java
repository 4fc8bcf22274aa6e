// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millwright.server.PlatformTest;
import org.millwright.server.RefusalException;
import org.millwright.server.historian.TagAddress;
import org.millwright.server.historian.Tags;
import org.millwright.server.historian.Trends;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Grant;
import org.millwright.server.identity.Role;
import org.millwright.server.live.LiveFeed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What someone sees who looks at one machine: its values now, and their trend. */
@PlatformTest
@DirtiesContext // brings equipment of its own
class UnitWatchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String UNIT = "watched/line/machine";

  @Autowired private UnitValuesFeed feed;
  @Autowired private IngestQueue queue;
  @Autowired private LiveValues live;
  @Autowired private Tags tags;
  @Autowired private Trends trends;
  @Autowired private MockMvc web;
  @Autowired private JsonMapper json;

  private final List<JsonNode> sent = new ArrayList<>();

  private static CurrentUser user(Role role, String node) {
    return new CurrentUser("someone", "Someone", false, List.of(new Grant(node, role)));
  }

  private static RequestPostProcessor as(Role role, String node) {
    return authentication(
        UsernamePasswordAuthenticationToken.authenticated(user(role, node), null, List.of()));
  }

  @BeforeEach
  void buildEquipment() throws Exception {
    take("classes", "code,name_en,name_zh\ncounter,Counter,计数器\n");
    take(
        "properties",
        "class,property,role,metric,unit,scale\ncounter,dozens,INFORMATION,count,piece,0.5\n");
    take(
        "nodes",
        """
        path,level,name_en,name_zh,class,position,production,edge_node,device
        watched,ENTERPRISE,Watched,厂,,1,no,,
        watched/line,WORK_CENTER,Line,线,,1,no,,
        watched/line/machine,WORK_UNIT,Machine,机,counter,1,yes,test/watched,
        watched/line/second,WORK_UNIT,Second,二,counter,2,yes,test/second,
        """);
  }

  private void take(String part, String csv) throws Exception {
    web.perform(
            post("/api/equipment/import")
                .queryParam("part", part)
                .queryParam("dryRun", "false")
                .contentType("text/csv")
                .content(csv.getBytes(StandardCharsets.UTF_8))
                .with(as(Role.ADMINISTRATOR, ""))
                .with(csrf()))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.stored").value(true));
  }

  private void poll(LiveFeed.Watch watch, int times) {
    for (int i = 0; i < times; i++) {
      watch.poll((event, data) -> {
        assertThat(event).isEqualTo("values");
        sent.add(json.valueToTree(data));
      });
    }
  }

  /** Sends a value and gives its tag when it has arrived. */
  private int speak(FakeEdge edge, long time, long value) {
    queue.offer(edge.data(time, value));
    TagAddress count = new TagAddress(FakeEdge.SOURCE, edge.id().edgeNode(), "", "count");
    await()
        .atMost(PATIENCE)
        .until(() ->
            live.value(tags.find(count).orElse(-1))
                .filter(now -> now.value() == value)
                .isPresent());
    return tags.find(count).orElseThrow();
  }

  @Test
  void whoWatchesAMachineGetsItsScaledValuesOnceEachAndNothingWhenNothingChanged() {
    FakeEdge edge = new FakeEdge("watched");
    long now = System.currentTimeMillis();
    queue.offer(edge.birth(now));
    int tag = speak(edge, now + 1, 24);
    LiveFeed.Watch watch = feed.open(UNIT, user(Role.VIEWER, "watched/line"));

    poll(watch, 10);
    assertThat(sent).hasSize(1);
    JsonNode row = sent.getFirst().at("/values/0");
    assertThat(sent.getFirst().at("/unit").asString()).isEqualTo(UNIT);
    assertThat(row.at("/0").asInt()).isEqualTo(tag);
    assertThat(row.at("/1").asLong()).isEqualTo(now + 1);
    assertThat(row.at("/2").asDouble()).isEqualTo(12);
    assertThat(row.at("/3").asString()).isEqualTo("GOOD");

    speak(edge, now + 2, 25);
    poll(watch, 10);
    assertThat(sent).hasSize(2);
    assertThat(sent.getLast().at("/values/0/2").asDouble()).isEqualTo(12.5);
  }

  @Test
  void aMachineIsWatchedByThoseWhoMaySeeItAndOnlyWhenThereIsOne() {
    assertThatThrownBy(() -> feed.open(UNIT, user(Role.VIEWER, "elsewhere")))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(HttpStatus.FORBIDDEN);
              assertThat(refused.refusals().getFirst().code()).isEqualTo("IDENTITY-DENIED");
            });
    assertThatThrownBy(() -> feed.open("watched/nowhere", user(Role.VIEWER, "")))
        .isInstanceOfSatisfying(
            RefusalException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(HttpStatus.NOT_FOUND);
              assertThat(refused.refusals().getFirst().place()).isEqualTo("watched/nowhere");
            });
  }

  @Test
  void aTrendBeginsWithTheValueThatHoldsFromBeforeAndSaysSinceWhen() throws Exception {
    FakeEdge edge = new FakeEdge("second");
    long now = System.currentTimeMillis();
    queue.offer(edge.birth(now - 60_001));
    int tag = speak(edge, now - 60_000, 40);
    speak(edge, now - 10_000, 41);
    await().atMost(PATIENCE).until(() -> trends.samples(tag, now - 70_000, now, 100).size() >= 3);

    web.perform(
            get("/api/trends")
                .queryParam("tags", "" + tag)
                .queryParam("from", "" + (now - 30_000))
                .queryParam("to", "" + now)
                .with(as(Role.VIEWER, "watched/line")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.resolution").value("raw"))
        .andExpect(jsonPath("$.series[0].tag").value(tag))
        .andExpect(jsonPath("$.series[0].heldSince").value(now - 60_000))
        .andExpect(jsonPath("$.series[0].time[0]").value(now - 30_000))
        .andExpect(jsonPath("$.series[0].value[0]").value(40.0))
        .andExpect(jsonPath("$.series[0].time[1]").value(now - 10_000))
        .andExpect(jsonPath("$.series[0].value[1]").value(41.0));
    web.perform(
            get("/api/trends")
                .queryParam("tags", "" + tag)
                .queryParam("from", "" + (now - 30_000))
                .queryParam("to", "" + now)
                .with(as(Role.VIEWER, "elsewhere")))
        .andExpect(status().isForbidden());
    web.perform(
            get("/api/trends")
                .queryParam("tags", "" + tag)
                .queryParam("from", "" + now)
                .queryParam("to", "" + now)
                .with(as(Role.VIEWER, "")))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.refusals[0].code").value("HISTORIAN-PERIOD"))
        .andExpect(jsonPath("$.refusals[0].place").value("to"));
  }
}
