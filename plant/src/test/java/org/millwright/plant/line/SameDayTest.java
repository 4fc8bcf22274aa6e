// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameDayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hot-strip-mill",
        "cigarette-line",
        "frozen-food-line",
        "magnesia-kiln",
        "machining-cell"
      })
  void theSameSeedGivesTheSameDayHoweverOftenItIsMeasured(String archetype) {
    EventHash unwatched = new EventHash();
    EventHash watched = new EventHash();
    EventHash other = new EventHash();

    Days.run(Days.line(archetype, 42, unwatched), 24);
    Line line = Days.line(archetype, 42, watched);
    for (int minute = 0; minute < 24 * 60; minute++) {
      Days.run(line, 1.0 / 60);
      for (int machine = 0; machine < line.machines().size(); machine++) {
        line.measure(machine, new ProcessValues());
      }
    }
    Days.run(Days.line(archetype, 43, other), 24);

    assertThat(unwatched.events()).isGreaterThan(200);
    assertThat(watched.value()).isEqualTo(unwatched.value());
    assertThat(other.value()).isNotEqualTo(unwatched.value());
  }
}
