// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millwright.performance.Annotation.Reach;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.PlatformTest;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Grant;
import org.millwright.server.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tree of reasons through the module's doors. */
@PlatformTest
@Tag("records")
class ReasonEditingTest {

  private static final Grant EVERYWHERE = new Grant("", Role.ENGINEER);
  private static final String HEADER =
      "code,parent,name_en,name_zh,state,loss,machine_codes,classes,active\n";

  @Autowired private MockMvc web;
  @Autowired private JsonMapper json;
  @Autowired private Reasons reasons;
  @Autowired private ReasonRecords stored;
  @Autowired private ReasonEditor editor;
  @Autowired private PerformanceRecords records;
  @Autowired private RecordWriter writer;
  @Autowired private TransactionTemplate transaction;

  @Value("${millwright.data}")
  private Path data;

  private List<ReasonDraft> before;

  @BeforeEach
  void remember() {
    before = reasons.tree().reasons().stream().map(ReasonDraft::of).toList();
  }

  @AfterEach
  void putBack() {
    ReasonTree now = reasons.tree();
    List<String> kept = before.stream().map(ReasonDraft::code).toList();
    List<ReasonDraft> all =
        new ArrayList<>(
            now.reasons().stream()
                .filter(each -> !kept.contains(each.code()) && stored.isUsed(each.code()))
                .map(ReasonDraft::of)
                .toList());
    all.addAll(0, before);
    assertThat(editor.replace(now.version(), all, "test", "test"))
        .isInstanceOf(ReasonEditor.Outcome.Done.class);
  }

  @Test
  void aReasonAddedMovedAndSwitchedOffIsSoAfterARestart() throws Exception {
    ObjectNode tree = tree();
    list(tree)
        .add(
            reason("BELT", "MECHANICAL", "BREAKDOWN", "BREAKDOWN")
                .putPOJO("classes", List.of("fryer")));
    ObjectNode next = read(change(tree, EVERYWHERE), 200);

    assertThat(next.at("/version").asLong()).isEqualTo(tree.at("/version").asLong() + 1);
    assertThat(offered("fryer")).contains("BELT");
    assertThat(offered("lathe")).doesNotContain("BELT");

    ObjectNode belt = (ObjectNode) list(next).get(list(next).size() - 1);
    belt.put("parent", "UTILITIES").put("active", false);
    list(next).remove(list(next).size() - 1);
    list(next).insert(0, belt);
    read(change(next, EVERYWHERE), 200);

    assertThat(offered("fryer")).doesNotContain("BELT");
    assertThat(offered("")).contains("BELT");
    assertThat(reasons.given("BELT")).isEmpty();
    Reasons again = new Reasons(json, data, stored, transaction);
    assertThat(again.tree().reasons()).isEqualTo(reasons.tree().reasons());
    assertThat(again.tree().version()).isEqualTo(reasons.tree().version());
    Reason first = again.tree().reasons().getFirst();
    assertThat(first.code()).isEqualTo("BELT");
    assertThat(first.parent()).isEqualTo("UTILITIES");
    assertThat(first.classes()).containsExactly("fryer");

    String audit =
        body(call(get("/api/audit").queryParam("q", "BELT"), new Grant("", Role.ADMINISTRATOR)));
    assertThat(audit).contains("reason.change", "wang");
  }

  @Test
  void whoLookedAtAnOlderTreeIsToldAndChangesNothing() throws Exception {
    ObjectNode mine = tree();
    ObjectNode theirs = tree();
    list(theirs).add(reason("THEIRS", null, "IDLE", null));
    read(change(theirs, EVERYWHERE), 200);
    list(mine).add(reason("MINE", null, "IDLE", null));

    assertThat(codes(change(mine, EVERYWHERE), 409)).containsExactly("REASON-VERSION");
    assertThat(reasons.find("MINE")).isEmpty();
    assertThat(reasons.find("THEIRS")).isPresent();
  }

  @Test
  void aReasonThatStopsHaveIsNotDeleted() throws Exception {
    ObjectNode tree = tree();
    list(tree).add(reason("ONCE_USED", null, "BREAKDOWN", "BREAKDOWN"));
    list(tree).add(reason("NEVER_USED", null, "BREAKDOWN", "BREAKDOWN"));
    ObjectNode both = read(change(tree, EVERYWHERE), 200);
    Instant at = Instant.parse("2001-01-01T00:00:00Z");
    records.insert(
        new Remark(
            writer.nextId(),
            "nowhere/unit",
            at,
            at.plusSeconds(60),
            Reach.STOPS,
            WorkUnitState.BREAKDOWN,
            "ONCE_USED",
            "",
            "wang",
            at));

    tree.put("version", both.at("/version").asLong());
    list(tree).remove(list(tree).size() - 1);
    assertThat(read(change(tree, EVERYWHERE), 200).toString()).doesNotContain("NEVER_USED");
    tree.put("version", reasons.tree().version());
    list(tree).remove(list(tree).size() - 1);
    assertThat(codes(change(tree, EVERYWHERE), 409)).containsExactly("REASON-IN-USE");
    assertThat(reasons.find("ONCE_USED")).isPresent();
  }

  @Test
  void everyFaultOfATreeIsToldWithItsPlace() throws Exception {
    ObjectNode tree = tree();
    list(tree).add(reason("A", "B", "IDLE", null));
    list(tree).add(reason("B", "A", "IDLE", "LAZINESS"));
    list(tree).addNull();
    JsonNode answer = read(change(tree, EVERYWHERE), 422);
    assertThat(answer.at("/refusals").valueStream().map(each -> each.at("/place").asString()))
        .contains("A/parent", "B/parent", "B/loss")
        .anyMatch(place -> place.startsWith("reasons/") && place.endsWith("/code"));
    ObjectNode nothing = json.createObjectNode().put("version", reasons.tree().version());
    assertThat(codes(change(nothing, EVERYWHERE), 422)).containsExactly("REASON-NUMBER");
  }

  @Test
  void anEngineerOfOnePlantReadsAndDoesNotChangeWhatAllPlantsShare() throws Exception {
    Grant plant = new Grant("mill", Role.ENGINEER);
    ObjectNode tree = read(call(get("/api/reasons/tree"), plant), 200);
    assertThat(tree.at("/editable").asBoolean()).isFalse();
    assertThat(tree().at("/editable").asBoolean()).isTrue();
    assertThat(change(tree, plant).getStatus()).isEqualTo(403);
    assertThat(
            take("code,state\nX,IDLE\n".getBytes(StandardCharsets.UTF_8), true, plant).getStatus())
        .isEqualTo(403);
    assertThat(call(get("/api/reasons.csv"), plant).getStatus()).isEqualTo(200);
  }

  @Test
  void whatIsExportedIsUnchangedWhenImported() throws Exception {
    MockHttpServletResponse file = call(get("/api/reasons.csv"), EVERYWHERE);
    assertThat(file.getContentType()).startsWith("text/csv");
    JsonNode report = read(take(file.getContentAsByteArray(), false, EVERYWHERE), 200);
    assertThat(report.at("/refusals").size()).as(report.toString()).isZero();
    assertThat(report.at("/unchanged").asInt())
        .isEqualTo(report.at("/rows").asInt())
        .isEqualTo(before.size());
    MockHttpServletResponse some =
        call(get("/api/reasons.csv").queryParam("class", "lathe"), EVERYWHERE);
    assertThat(body(some)).contains("SPINDLE").doesNotContain("WALKING_BEAM");
  }

  @Test
  void aFileInGbkIsReadFirstAndStoredOnlyWhenAsked() throws Exception {
    byte[] file =
        (HEADER
                + "KNIFE,MECHANICAL,,切刀,BREAKDOWN,BREAKDOWN,,cigarette-maker;coiler,\n"
                + "JAM,MINOR_STOP,Jammed,卡料,MINOR_STOP,MINOR_STOP,30,,no\n")
            .getBytes(Charset.forName("GBK"));
    JsonNode dry = read(take(file, true, EVERYWHERE), 200);
    assertThat(dry.at("/added").asInt()).isEqualTo(1);
    assertThat(dry.at("/changed").asInt()).isEqualTo(1);
    assertThat(dry.at("/stored").asBoolean()).isFalse();
    assertThat(reasons.find("KNIFE")).isEmpty();

    assertThat(read(take(file, false, EVERYWHERE), 200).at("/stored").asBoolean()).isTrue();
    Reason knife = reasons.find("KNIFE").orElseThrow();
    assertThat(knife.name().zh()).isEqualTo("切刀");
    assertThat(knife.classes()).containsExactly("cigarette-maker", "coiler");
    assertThat(knife.active()).isTrue();
    assertThat(reasons.given("JAM")).isEmpty();
    assertThat(reasons.find("SPINDLE")).isPresent();
  }

  @Test
  void everyErrorOfAFileIsNamedByItsLine() throws Exception {
    String file =
        HEADER
            + "NEW,NOBODY,New,,IDLE,,,,\n"
            + "NEW,,Twin,,IDLE,,,,\n"
            + "LOOP,LOOP,Loop,,IDLE,,,,\n"
            + "NAMELESS,,,,IDLE,,,,\n"
            + "LOST,,Lost,,IDLE,LAZINESS,,,perhaps\n";
    JsonNode report = read(take(file.getBytes(StandardCharsets.UTF_8), false, EVERYWHERE), 200);
    assertThat(report.at("/stored").asBoolean()).isFalse();
    assertThat(report.at("/refusals").valueStream())
        .extracting(each -> each.at("/code").asString() + " " + each.at("/place").asString())
        .containsExactlyInAnyOrder(
            "REASON-PARENT line 2, column parent",
            "REASON-DUPLICATE line 3, column code",
            "REASON-CYCLE line 4, column parent",
            "REASON-NAME line 5, column name_en",
            "REASON-LOSS line 6, column loss",
            "CSV-YES-NO line 6, column active");
    assertThat(reasons.find("NEW")).isEmpty();
  }

  private static ArrayNode list(JsonNode tree) {
    return (ArrayNode) tree.at("/reasons");
  }

  private ObjectNode reason(String code, String parent, String state, String loss) {
    return json.createObjectNode()
        .put("code", code)
        .put("parent", parent)
        .put("state", state)
        .put("loss", loss)
        .putPOJO("name", Map.of("en", code, "zh", ""));
  }

  private ObjectNode tree() throws Exception {
    return read(call(get("/api/reasons/tree"), EVERYWHERE), 200);
  }

  private String offered(String equipmentClass) throws Exception {
    return body(call(get("/api/reasons").queryParam("class", equipmentClass), EVERYWHERE));
  }

  private MockHttpServletResponse change(JsonNode tree, Grant grant) throws Exception {
    return call(
        put("/api/reasons/tree")
            .contentType(MediaType.APPLICATION_JSON)
            .content(json.writeValueAsString(tree)),
        grant);
  }

  private MockHttpServletResponse take(byte[] file, boolean dryRun, Grant grant) throws Exception {
    return call(
        post("/api/reasons/import")
            .queryParam("dryRun", String.valueOf(dryRun))
            .contentType("text/csv")
            .content(file),
        grant);
  }

  private ObjectNode read(MockHttpServletResponse answer, int status) throws Exception {
    assertThat(answer.getStatus()).as(body(answer)).isEqualTo(status);
    return (ObjectNode) json.readTree(body(answer));
  }

  private List<String> codes(MockHttpServletResponse answer, int status) throws Exception {
    return read(answer, status)
        .at("/refusals")
        .valueStream()
        .map(each -> each.at("/code").asString())
        .toList();
  }

  private static String body(MockHttpServletResponse answer) throws Exception {
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  private MockHttpServletResponse call(MockHttpServletRequestBuilder request, Grant grant)
      throws Exception {
    var user = new CurrentUser("wang", "Wang", false, List.of(grant));
    return web.perform(
            request
                .with(
                    authentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, List.of())))
                .with(csrf()))
        .andReturn()
        .getResponse();
  }
}
