// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.millwright.model.Period;
import org.millwright.performance.Source;
import org.millwright.performance.StateChange;
import org.millwright.performance.StateInterval;
import org.millwright.performance.StateRule;
import org.millwright.performance.WorkUnitState;
import org.millwright.server.PlatformTest;
import org.millwright.server.equipment.Equipment;
import org.millwright.server.equipment.PropertyRole;
import org.millwright.server.historian.Quality;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Grant;
import org.millwright.server.identity.Role;
import org.millwright.server.telemetry.WorkUnitSink;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From samples to figures and back, through the module's doors. */
@PlatformTest
@Tag("records")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PerformanceTest {

  private static final String UNIT = "mill/hall/line/press";
  private static final Instant START =
      Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.HOURS);
  private static final Instant END = START.plus(Duration.ofHours(1));
  private static final List<String> PROPERTIES =
      List.of("state", "total", "scrap", "reason", "product");

  @Autowired private MockMvc web;
  @Autowired private JsonMapper json;
  @Autowired private Books books;
  @Autowired private PerformanceRecords records;
  @Autowired private RecordWriter writer;
  @Autowired private Equipment equipment;
  @Autowired private Reasons reasons;

  @Test
  @Order(1)
  void anHourOfSamplesBecomesTheFiguresTheyMean() throws Exception {
    take("classes", "code,name_en,name_zh\npress,Press,压力机\n");
    take(
        "properties",
        """
        class,property,role,metric,wraps_at
        press,state,STATE,State/StateCurrent,
        press,total,TOTAL,Counts/Total,65535
        press,scrap,REJECT,Counts/Reject,65535
        press,reason,REASON,Stop/ReasonCode,
        press,product,PRODUCT,Product/Code,
        """);
    take("rules", "class,position,property,test\npress,1,state,PACKML\n");
    take("products", "code,name_en,name_zh,unit\nA,A,A,piece\n");
    take(
        "nodes",
        """
        path,level,name_en,name_zh,class,position,target_oee,production,edge_node,device
        mill,ENTERPRISE,Mill,厂,,1,0.8,no,,
        mill/hall,AREA,Hall,车间,,1,,no,,
        mill/hall/line,WORK_CENTER,Line,线,,1,,no,,
        mill/hall/line/press,WORK_UNIT,Press,压力机,press,1,,yes,mill/line,press
        """);
    take("cycles", "node,product,seconds\nmill/hall/line,*,1\n");
    call(
        put("/api/shifts/calendars")
            .contentType(MediaType.APPLICATION_JSON)
            .content(
                """
                {"node":"mill","from":"2000-01-01","pattern":"ROUND_THE_CLOCK","zone":"UTC"}
                """));

    // 60 min: 30 running, 2 held for a jam, 18 running, 10 aborted; 2,400 items, 48 of them scrap.
    WorkUnitSink.Steps steps =
        new UnitSteps(
            UNIT,
            UnitTemplate.of(equipment.catalog(), UNIT, PROPERTIES),
            books,
            writer,
            reasons,
            -1,
            START.toEpochMilli());
    sample(steps, "product", 0, Double.NaN, "A");
    sample(steps, "total", 0, 65_000, null);
    sample(steps, "scrap", 0, 10, null);
    sample(steps, "state", 0, 6, null);
    sample(steps, "total", 30, 65_000 + 535, null);
    sample(steps, "state", 30, 11, null);
    sample(steps, "reason", 30, 30, null);
    sample(steps, "reason", 32, 0, null);
    sample(steps, "state", 32, 6, null);
    sample(steps, "total", 49, 1_864, null);
    sample(steps, "scrap", 49, 58, null);
    sample(steps, "state", 50, 9, null);
    sample(steps, "reason", 50, 20, null);
    sample(steps, "state", 60, 6, null);
    steps.lost(new int[] {0, 1, 2, 3, 4}, END.toEpochMilli(), 61);
    writer.flush();

    JsonNode kpis = kpis("");
    assertThat(value(kpis, "AVAILABILITY")).isEqualTo(50.0 / 60);
    assertThat(value(kpis, "EFFECTIVENESS")).isEqualTo(2_400.0 / 3_000);
    assertThat(value(kpis, "QUALITY_RATIO")).isEqualTo(2_352.0 / 2_400);
    assertThat(value(kpis, "OEE")).isCloseTo(2_352.0 / 3_600, within());
    assertThat(value(kpis, "MTTR")).isEqualTo(300);
    assertThat(kpi(kpis, "AVAILABILITY").at("/intervals").size()).isGreaterThan(2);

    JsonNode waterfall =
        call(
            get("/api/waterfall")
                .queryParam("node", "mill")
                .queryParam("from", START.toString())
                .queryParam("to", END.toString()));
    double sum = 0;
    for (JsonNode step : waterfall) {
      sum +=
          step.at("/step").asString().equals("CALENDAR_TIME") ? 0 : step.at("/seconds").asDouble();
    }
    assertThat(waterfall.at("/0/seconds").asDouble()).isEqualTo(3_600);
    assertThat(sum).isCloseTo(3_600, within());
  }

  @Test
  @Order(2)
  void theHistoryInTheDatabaseTellsTheSameAsTheOneInMemory() {
    Period hour = new Period(START, END);
    UnitHistory memory = books.history(UNIT, hour);
    books.reload(UNIT);
    UnitHistory stored = books.history(UNIT, hour);
    assertThat(stored.intervals()).isEqualTo(memory.intervals());
    assertThat(stored.counts()).isEqualTo(memory.counts());
    assertThat(stored.intervals())
        .extracting(each -> each.state().name() + " " + each.reason())
        .containsSubsequence("RUNNING ", "MINOR_STOP JAM", "RUNNING ", "BREAKDOWN MECHANICAL");
  }

  @Test
  @Order(3)
  void aReplayOfWhatIsStoredChangesNothing() throws Exception {
    JsonNode before = kpis("");
    WorkUnitSink.Steps again =
        new UnitSteps(
            UNIT,
            UnitTemplate.of(equipment.catalog(), UNIT, PROPERTIES),
            books,
            writer,
            reasons,
            100,
            Instant.now().toEpochMilli());
    sample(again, "total", 0, 100, null);
    sample(again, "state", 1, 9, null);
    sample(again, "total", 49, 900, null);
    again.tick(END.toEpochMilli());
    assertThat(kpis("")).isEqualTo(before);
  }

  @Test
  @Order(4)
  void aStopIsClassifiedSplitAndCommentedAndAnOutdatedChangeIsRefused() throws Exception {
    JsonNode breakdown = interval("BREAKDOWN");
    String id = breakdown.at("/id").asString();
    JsonNode classified =
        call(
            post("/api/intervals/" + id + "/classify")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\":\"CHANGEOVER\",\"comment\":\"换模\",\"version\":0}"));
    assertThat(classified.at("/0/state").asString()).isEqualTo("SETUP");
    assertThat(classified.at("/0/comment").asString()).isEqualTo("换模");
    assertThat(classified.at("/0/by").asString()).isEqualTo("zhang");
    assertThat(value(kpis(""), "SETUP_RATIO")).isEqualTo(10.0 / 60);

    assertThat(
            status(
                post("/api/intervals/" + id + "/classify")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"reason\":\"JAM\",\"version\":0}")))
        .isEqualTo(409);
    assertThat(
            status(
                post("/api/intervals/" + id + "/classify")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"reason\":\"NONE\"}")))
        .isEqualTo(422);
    assertThat(
            status(
                post("/api/intervals/1-1/classify")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"reason\":\"JAM\"}")))
        .isEqualTo(404);

    Instant middle = START.plus(Duration.ofMinutes(54));
    JsonNode halves =
        call(
            post("/api/intervals/" + id + "/split")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"at\":\"" + middle + "\"}"));
    assertThat(halves.size()).isEqualTo(2);
    String second = halves.at("/1/id").asString();
    call(
        post("/api/intervals/" + second + "/classify")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"reason\":\"ELECTRICAL\"}"));
    assertThat(value(kpis(""), "SETUP_RATIO")).isEqualTo(4.0 / 54);
    call(
        post("/api/intervals/" + second + "/comment")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"comment\":\"fuse\"}"));
    assertThat(interval("BREAKDOWN").at("/comment").asString()).isEqualTo("fuse");
    books.reload(UNIT);
    assertThat(interval("BREAKDOWN").at("/comment").asString()).isEqualTo("fuse");
  }

  @Test
  @Order(5)
  void lateDataChangesTheFiguresAndTheParetoNamesWhatCostMost() throws Exception {
    double before = value(kpis(""), "AVAILABILITY");
    books.add(
        UNIT,
        new StateChange(
            writer.nextId(),
            START.plus(Duration.ofMinutes(10)),
            WorkUnitState.STARVED,
            "",
            "A",
            Source.MACHINE));
    assertThat(value(kpis(""), "AVAILABILITY")).isCloseTo(before - 20.0 / 60, within());
    JsonNode bars = call(period(get("/api/pareto").queryParam("by", "reason")));
    assertThat(bars.at("/0/key").asString()).isEqualTo("STARVED");
    assertThat(bars.at("/0/seconds").asDouble()).isEqualTo(1_200);
  }

  @Test
  @Order(6)
  void overviewAndLineShowTheTreeAndTheDemoOfSixLossesFits() throws Exception {
    JsonNode overview = call(get("/api/overview"));
    assertThat(overview.at("/roots/0/id").asString()).isEqualTo("mill");
    assertThat(overview.at("/roots/0/children/0/children/0/children/0/state").asString())
        .isEqualTo("NOT_OBSERVED");
    assertThat(overview.at("/roots/0/oee/target").asDouble()).isEqualTo(0.8);
    JsonNode line =
        call(
            get("/api/line")
                .queryParam("node", "mill/hall/line")
                .queryParam("from", START.toString())
                .queryParam("to", END.toString()));
    assertThat(line.at("/units/0/counts/total").asLong()).isEqualTo(2_400);
    assertThat(line.at("/kpis").size()).isGreaterThanOrEqualTo(35);
    JsonNode unit = call(get("/api/unit").queryParam("node", UNIT));
    assertThat(unit.at("/properties/0/property").asString()).isEqualTo("state");
    JsonNode share = call(get("/api/connected-share").queryParam("node", "mill"));
    assertThat(share.at("/connectedRate").asDouble()).isEqualTo(1);
  }

  @Test
  @Order(7)
  void aProductAndAShiftCanBeLookedAtAlone() throws Exception {
    assertThat(value(kpis("A"), "QUALITY_RATIO")).isEqualTo(2_352.0 / 2_400);
    assertThat(kpi(kpis("B"), "OEE").at("/value").isNull()).isTrue();
    JsonNode reasonTree = call(get("/api/reasons").queryParam("class", "lathe"));
    assertThat(reasonTree.toString()).contains("SPINDLE").doesNotContain("WALKING_BEAM");
  }

  @Test
  @Order(8)
  void afterACrashTheGapIsNotObservedAndNeverRunning() {
    String unit = "mill/hall/line/other";
    Instant seen = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);
    books.add(
        unit,
        new StateChange(writer.nextId(), seen, WorkUnitState.RUNNING, "", "", Source.MACHINE));
    writer.flush();
    Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
    Books again = new Books(records, writer, reasons, later);
    List<StateInterval> intervals =
        again.history(unit, new Period(seen, later.instant())).intervals();
    assertThat(intervals)
        .extracting(StateInterval::state)
        .containsExactly(WorkUnitState.RUNNING, WorkUnitState.NOT_OBSERVED);
    assertThat(intervals.getFirst().period().end()).isBefore(seen.plusSeconds(120));
  }

  @Test
  @Order(9)
  void aBirthThatRepeatsAnOldValueHoldsFromNowOnAndDoesNotBridgeTheGap() {
    String unit = "mill/hall/line/third";
    Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));
    Instant lost = before.plus(Duration.ofMinutes(10));
    Instant again = before.plus(Duration.ofMinutes(30));
    UnitSteps steps =
        new UnitSteps(
            unit,
            new UnitTemplate(
                List.of(PropertyRole.STATE, PropertyRole.SPEED),
                List.of(0L, 0L),
                List.of(1.0, 1.0),
                List.of(StateRule.packMl(0)),
                0),
            books,
            writer,
            reasons,
            0,
            before.toEpochMilli());
    steps.sample(0, before.toEpochMilli(), 6, null, Quality.GOOD, 1);
    steps.sample(1, lost.toEpochMilli(), 80, null, Quality.GOOD, 2);
    steps.lost(new int[] {0, 1}, lost.toEpochMilli(), 3);
    steps.tick(again.toEpochMilli());
    steps.sample(0, before.toEpochMilli(), 6, null, Quality.GOOD, 4);
    List<StateInterval> intervals =
        books.history(unit, new Period(before, Instant.now())).intervals();
    assertThat(intervals)
        .extracting(StateInterval::state)
        .containsExactly(WorkUnitState.RUNNING, WorkUnitState.NOT_OBSERVED, WorkUnitState.RUNNING);
    assertThat(intervals.get(1).period()).isEqualTo(new Period(lost, again));
  }

  @Test
  @Order(10)
  void aSampleFromAMachinesMemoryChangesThePastAndNotThePresent() {
    String unit = "mill/hall/line/fourth";
    Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(Duration.ofHours(1));
    UnitSteps steps =
        new UnitSteps(
            unit,
            new UnitTemplate(
                List.of(PropertyRole.STATE),
                List.of(0L),
                List.of(1.0),
                List.of(StateRule.packMl(0)),
                0),
            books,
            writer,
            reasons,
            0,
            start.toEpochMilli());
    steps.sample(0, start.toEpochMilli(), 6, null, Quality.GOOD, 1);
    steps.sample(0, start.plusSeconds(600).toEpochMilli(), 9, null, Quality.GOOD, 2);
    steps.sample(0, start.plusSeconds(300).toEpochMilli(), 5, null, Quality.GOOD, 3);
    assertThat(books.history(unit, new Period(start, Instant.now())).intervals())
        .extracting(StateInterval::state)
        .containsExactly(WorkUnitState.RUNNING, WorkUnitState.STARVED, WorkUnitState.BREAKDOWN);
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-6);
  }

  private static void sample(
      WorkUnitSink.Steps steps, String property, int minute, double value, String text) {
    steps.sample(
        PROPERTIES.indexOf(property),
        START.plus(Duration.ofMinutes(minute)).toEpochMilli(),
        value,
        text,
        Quality.GOOD,
        minute);
    steps.tick(START.plus(Duration.ofMinutes(minute)).toEpochMilli());
  }

  private JsonNode kpis(String product) throws Exception {
    var request = period(get("/api/kpis"));
    return call(product.isEmpty() ? request : request.queryParam("product", product));
  }

  private static MockHttpServletRequestBuilder period(MockHttpServletRequestBuilder request) {
    return request
        .queryParam("node", UNIT)
        .queryParam("from", START.toString())
        .queryParam("to", END.toString());
  }

  private JsonNode interval(String state) throws Exception {
    return call(period(get("/api/intervals")).queryParam("state", state)).at("/0");
  }

  private static JsonNode kpi(JsonNode kpis, String id) {
    for (JsonNode kpi : kpis) {
      if (kpi.at("/id").asString().equals(id)) {
        return kpi;
      }
    }
    throw new AssertionError(id);
  }

  private static double value(JsonNode kpis, String id) {
    return kpi(kpis, id).at("/value").asDouble();
  }

  private void take(String part, String csv) throws Exception {
    JsonNode report =
        call(
            post("/api/equipment/import")
                .queryParam("part", part)
                .queryParam("dryRun", "false")
                .contentType("text/csv")
                .content(csv.getBytes(StandardCharsets.UTF_8)));
    assertThat(report.at("/stored").asBoolean()).as(report.toString()).isTrue();
  }

  private JsonNode call(MockHttpServletRequestBuilder request) throws Exception {
    var answer = web.perform(as(request)).andReturn().getResponse();
    assertThat(answer.getStatus()).as(answer.getContentAsString()).isBetween(200, 299);
    return json.readTree(answer.getContentAsString(StandardCharsets.UTF_8));
  }

  private int status(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(as(request)).andReturn().getResponse().getStatus();
  }

  private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request) {
    var user = new CurrentUser("zhang", "Zhang", false, List.of(new Grant("", Role.ADMINISTRATOR)));
    request
        .with(
            authentication(
                UsernamePasswordAuthenticationToken.authenticated(user, null, List.of())))
        .with(csrf());
    return request;
  }
}
