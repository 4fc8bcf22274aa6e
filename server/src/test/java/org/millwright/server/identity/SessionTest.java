// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.millwright.server.PlatformTest;
import org.millwright.server.identity.Users.User;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
@Tag("records")
class SessionTest {

  /** The name without a servlet container, to which the configured one belongs. */
  private static final String COOKIE = "SESSION";

  @Autowired private MockMvc web;
  @Autowired private Users users;
  @Autowired private Passwords passwords;
  @Autowired private OpenSessions sessions;

  @Test
  void aNewUserLogsInAndReplacesTheOneTimePassword() throws Exception {
    create("wang", "one-time-word", true);

    Cookie session = logIn("wang", "one-time-word");
    web.perform(get("/api/session").cookie(session))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.mustChangePassword").value(true));
    web.perform(
            put("/api/session/password")
                .cookie(session)
                .with(csrf())
                .contentType(APPLICATION_JSON)
                .content("{\"old\":\"one-time-word\",\"new\":\"steel and smoke\"}"))
        .andExpect(status().isNoContent());
    web.perform(get("/api/session").cookie(session))
        .andExpect(jsonPath("$.mustChangePassword").value(false));
  }

  @Test
  void namesAreTheSameInAnyCase() throws Exception {
    create("li", "steel and smoke", false);

    assertThat(logIn(" LI ", "steel and smoke")).isNotNull();
  }

  @Test
  void guessingIsSlowedDownAndSaysForHowLong() throws Exception {
    create("zhao", "steel and smoke", false);
    for (int i = 0; i < 5; i++) {
      web.perform(login("zhao", "wrong " + i)).andExpect(status().isUnauthorized());
    }
    web.perform(login("zhao", "steel and smoke"))
        .andExpect(status().isTooManyRequests())
        .andExpect(jsonPath("$.refusals[0].code").value("IDENTITY-THROTTLED"));
  }

  @Test
  void aWeakPasswordIsRefused() throws Exception {
    create("sun", "steel and smoke", false);
    Cookie session = logIn("sun", "steel and smoke");

    web.perform(
            put("/api/session/password")
                .cookie(session)
                .with(csrf())
                .contentType(APPLICATION_JSON)
                .content("{\"old\":\"steel and smoke\",\"new\":\"short\"}"))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.refusals[0].place").value("new"));
  }

  @Test
  void endingAUsersSessionsLogsThemOut() throws Exception {
    create("qian", "steel and smoke", false);
    Cookie session = logIn("qian", "steel and smoke");
    web.perform(get("/api/session").cookie(session)).andExpect(status().isOk());

    sessions.endAllOf("qian");

    web.perform(get("/api/session").cookie(session)).andExpect(status().isUnauthorized());
  }

  private void create(String name, String password, boolean mustChange) {
    users.create(
        new User(name, name, mustChange, false, List.of(new Grant("", Role.VIEWER))),
        passwords.hash(password));
  }

  private Cookie logIn(String name, String password) throws Exception {
    return web.perform(login(name, password))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getCookie(COOKIE);
  }

  private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder login(
      String name, String password) {
    return post("/api/session")
        .with(csrf())
        .contentType(APPLICATION_JSON)
        .content("{\"user\":\"" + name + "\",\"password\":\"" + password + "\"}");
  }
}
