// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostStateTest {

  @Test
  void willAndBirthCarryTheSameTimestampAndTheDeathANewOne() {
    HostState state = new HostState("host");

    assertThat(state.topic()).hasToString("spBv1.0/STATE/host");
    assertThat(state.connecting(5)).isEqualTo(new StatePayload(false, 5));
    assertThat(state.birth()).isEqualTo(new StatePayload(true, 5));
    assertThat(state.death(9)).isEqualTo(new StatePayload(false, 9));
  }

  @Test
  void answersAnOfflineThatIsNotItsOwnUntilItLeaves() {
    HostState state = new HostState("host");
    state.connecting(5);

    assertThat(state.received(new StatePayload(true, 5))).isNull();
    assertThat(state.received(new StatePayload(false, 3))).isEqualTo(new StatePayload(true, 5));
    state.death(9);
    assertThat(state.received(new StatePayload(false, 9))).isNull();
  }

  @Property(tries = 100)
  void aStateComesBackAsItWas(@ForAll boolean online, @ForAll long timestamp) {
    StatePayload state = new StatePayload(online, timestamp);
    assertThat(StatePayload.parse(state.encode()).orNull()).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ONLINE",
        "{",
        "[]",
        "{\"online\":true}",
        "{\"online\":\"true\",\"timestamp\":1}",
        "{\"online\":true,\"timestamp\":1.5}",
        "{\"online\":true,\"timestamp\":99999999999999999999}"
      })
  void refusesWhatIsNoState(String json) {
    assertThat(StatePayload.parse(json.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Decoded.Refused.class);
  }

  @Test
  void passesOverMembersItDoesNotKnow() {
    byte[] json =
        "{\"x\":{\"online\":false},\"online\":true,\"timestamp\":4}"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(StatePayload.parse(json).orNull()).isEqualTo(new StatePayload(true, 4));
  }

  @Property(tries = 200)
  void takesOrRefusesAnyBytes(@ForAll byte[] bytes) {
    assertThat(StatePayload.parse(bytes)).isNotNull();
  }
}
