// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.connectivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicPatternTest {

  @ParameterizedTest
  @CsvSource({
    "a/b, a/b, true",
    "a/b, a/c, false",
    "a/+, a/b, true",
    "a/+, a/b/c, false",
    "a/+, a, false",
    "a/#, a, true",
    "a/#, a/b/c, true",
    "'#', a/b, true",
    "+/+, /b, true",
    "a/{x}, a/b, true",
    "a/{x}, a/b/c, false",
    "a/b/c, a/b, false"
  })
  void matchesAsMqttDoes(String pattern, String topic, boolean matches) {
    assertThat(TopicPattern.parse(pattern).matches(topic)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/#/b", "a/b+", "a/b#", "a/{x}y", "a/{1}", "{a b}"})
  void refusesWildcardsOutOfPlace(String pattern) {
    assertThat(TopicPattern.parse(pattern)).isNull();
  }

  @Test
  void remembersNamedLevelsAndFillsThemIn() {
    TopicPattern pattern = TopicPattern.parse("plant/{line}/+/{machine}/#");
    Map<String, String> named = pattern.match("plant/l$1/x/saw/t");

    assertThat(named).containsExactly(Map.entry("line", "l$1"), Map.entry("machine", "saw"));
    assertThat(TopicPattern.fill("{line}-{machine}-{other}", named)).isEqualTo("l$1-saw-{other}");
    assertThat(pattern.filter()).isEqualTo("plant/+/+/+/#");
    assertThat(pattern.unknownNames("{line}{other}")).containsExactly("other");
  }
}
