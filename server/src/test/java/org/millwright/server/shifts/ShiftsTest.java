// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.millwright.model.Period;
import org.millwright.server.PlatformTest;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Grant;
import org.millwright.server.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@PlatformTest
@Tag("records")
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShiftsTest {

  private static final Instant NIGHT = Instant.parse("2026-03-02T19:00:00Z"); // 3:00 in Shanghai
  private static final Period DAY =
      new Period(Instant.parse("2026-03-02T00:00:00Z"), Instant.parse("2026-03-03T00:00:00Z"));

  @Autowired private MockMvc web;
  @Autowired private ShiftCalendars calendars;

  @Test
  @Order(1)
  void anEmptyDatabaseBeginsWithTheUsualPatternsAndSomebodyIsAlwaysOnShift() throws Exception {
    String patterns = call(get("/api/shifts/patterns"), 200);
    assertThat(patterns).contains("三班两运转", "四班三运转", "THREE_CREWS_TWO_SHIFTS");
    assertThat(calendars.onShift("any/where", NIGHT)).isPresent();
  }

  @Test
  @Order(2)
  void aNodeFollowsItsOwnCalendarAndThoseBelowFollowIt() throws Exception {
    call(
        put("/api/shifts/calendars"),
        "{\"node\":\"a\",\"from\":\"2026-01-01\",\"pattern\":\"FOUR_CREWS_THREE_SHIFTS\",\"zone\":\"Asia/Shanghai\"}",
        200);
    assertThat(calendars.onShift("a/b/c", NIGHT).orElseThrow().shift()).isEqualTo("夜班");
    assertThat(calendars.calendar("a/b/c").zone().getId()).isEqualTo("Asia/Shanghai");
    String refused =
        call(
            put("/api/shifts/calendars"),
            "{\"node\":\"a\",\"from\":\"2026-01-01\",\"pattern\":\"NONE\",\"zone\":\"Asia/Shanghai\"}",
            422);
    assertThat(refused).contains("SHIFT-PATTERN");
    call(delete("/api/shifts/patterns/FOUR_CREWS_THREE_SHIFTS"), 409);
  }

  @Test
  @Order(3)
  void crewsAndDutySayWhoIsThere() throws Exception {
    String crew = calendars.onShift("a/b", NIGHT).orElseThrow().crew();
    call(
        post("/api/shifts/crews"),
        "{\"node\":\"a\",\"name\":\"" + crew + "\",\"members\":[\"王强\",\"李梅\"]}",
        201);
    call(
        post("/api/shifts/duty"),
        "{\"node\":\"a/b\",\"from\":\"2026-03-02T18:00:00Z\",\"to\":\"2026-03-02T20:00:00Z\",\"person\":\"赵工\"}",
        201);
    assertThat(calendars.onShift("a/b", NIGHT).orElseThrow().persons())
        .containsExactly("赵工", "王强", "李梅");
    assertThat(
            call(
                get("/api/shifts/duty")
                    .queryParam("node", "a/b")
                    .queryParam("at", NIGHT.toString()),
                200))
        .contains("赵工");
    assertThat(
            call(
                get("/api/shifts/schedule")
                    .queryParam("node", "a/b")
                    .queryParam("from", DAY.start().toString())
                    .queryParam("to", DAY.end().toString()),
                200))
        .contains("早班", "中班", "夜班");
  }

  @Test
  @Order(4)
  void holidaysAndPlannedStopsAreNotPlannedTime() throws Exception {
    call(
        post("/api/shifts/planned-stops"),
        "{\"node\":\"a/b\",\"from\":\"2026-03-02T02:00:00Z\",\"to\":\"2026-03-02T04:00:00Z\",\"reason\":\"PLANNED_MAINTENANCE\"}",
        201);
    assertThat(calendars.calendar("a/b").plannedBusy(DAY).duration())
        .isEqualTo(Duration.ofHours(22));
    assertThat(calendars.calendar("a").plannedBusy(DAY).duration()).isEqualTo(Duration.ofHours(24));
    call(
        post("/api/shifts/holidays"),
        "{\"node\":\"a\",\"date\":\"2026-03-02\",\"name\":\"节日\",\"worksLikeCycleDay\":null}",
        201);
    assertThat(calendars.onShift("a/b", Instant.parse("2026-03-02T05:00:00Z"))).isEmpty();
    call(
        delete("/api/shifts/holidays").queryParam("node", "a").queryParam("date", "2026-03-02"),
        204);
    assertThat(calendars.onShift("a/b", Instant.parse("2026-03-02T05:00:00Z"))).isPresent();
  }

  @Test
  @Order(5)
  void aPatternWithOverlappingShiftsIsRefusedWithItsPlace() throws Exception {
    String refused =
        call(
            post("/api/shifts/patterns"),
            """
            {"code":"BAD","name":"坏","anchor":"2026-01-01","cycle":[[
              {"shift":"A","crew":"","startDayOffset":0,"start":"08:00","end":"16:30","breaks":[]},
              {"shift":"B","crew":"","startDayOffset":0,"start":"16:00","end":"23:00","breaks":[]}]]}
            """,
            422);
    assertThat(refused).contains("SHIFT-OVERLAP", "/cycle/0");
  }

  @Test
  @Order(6)
  void whoManagesOnlyANodeCannotChangeAnother() throws Exception {
    var leader = new CurrentUser("li", "Li", false, List.of(new Grant("a/b", Role.SHIFT_LEADER)));
    MockHttpServletResponse answer =
        web.perform(
                post("/api/shifts/holidays")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{\"node\":\"a\",\"date\":\"2026-03-02\",\"name\":\"x\"}")
                    .with(
                        authentication(
                            UsernamePasswordAuthenticationToken.authenticated(
                                leader, null, List.of())))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    assertThat(answer.getStatus()).isEqualTo(403);
  }

  private String call(MockHttpServletRequestBuilder request, String body, int status)
      throws Exception {
    return call(request.contentType(MediaType.APPLICATION_JSON).content(body), status);
  }

  private String call(MockHttpServletRequestBuilder request, int status) throws Exception {
    var admin =
        new CurrentUser("zhang", "Zhang", false, List.of(new Grant("", Role.ADMINISTRATOR)));
    MockHttpServletResponse answer =
        web.perform(
                request
                    .with(
                        authentication(
                            UsernamePasswordAuthenticationToken.authenticated(
                                admin, null, List.of())))
                    .with(csrf()))
            .andReturn()
            .getResponse();
    String text = answer.getContentAsString(StandardCharsets.UTF_8);
    assertThat(answer.getStatus()).as(text).isEqualTo(status);
    return text;
  }
}
