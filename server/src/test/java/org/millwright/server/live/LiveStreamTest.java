// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.millwright.server.PlatformTest;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Grant;
import org.millwright.server.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
class LiveStreamTest {

  private static final AtomicInteger SPEED = new AtomicInteger(1);

  @TestConfiguration
  static class Feeds {
    @Bean
    LiveFeed speedometer() {
      return new Speedometer();
    }
  }

  private record Speed(String of, int value) {}

  /** Sends the speed whenever it changed. */
  private static final class Speedometer implements LiveFeed {
    @Override
    public String topic() {
      return "speed";
    }

    @Override
    public Watch open(String argument, CurrentUser user) {
      var sent = new AtomicInteger();
      return sink -> {
        int now = SPEED.get();
        if (sent.getAndSet(now) != now) {
          sink.send("speed", new Speed(argument, now));
        }
      };
    }
  }

  @Autowired private MockMvc web;

  @Test
  void aStreamBeginsWithEverythingAndThenSendsOnlyWhatChanged() throws Exception {
    var stream =
        web.perform(get("/api/live?topics=speed:works/press").with(authentication(viewer())))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse();
    await()
        .until(() -> stream.getContentAsString().contains("{\"of\":\"works/press\",\"value\":1}"));

    SPEED.set(2);

    await().until(() -> stream.getContentAsString().contains("\"value\":2"));
    assertThat(stream.getContentAsString().split("event:speed", -1)).hasSize(3);
  }

  @Test
  void anUnknownTopicIsRefused() throws Exception {
    web.perform(get("/api/live?topics=weather").with(authentication(viewer())))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.refusals[0].code").value("LIVE-TOPIC"));
    // A browser's EventSource takes nothing but a stream; the refusal reaches it all the same.
    web.perform(
            get("/api/live?topics=weather")
                .accept("text/event-stream")
                .with(authentication(viewer())))
        .andExpect(status().isNotFound());
  }

  private static UsernamePasswordAuthenticationToken viewer() {
    var user = new CurrentUser("someone", "Someone", false, List.of(new Grant("", Role.VIEWER)));
    return UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());
  }
}
