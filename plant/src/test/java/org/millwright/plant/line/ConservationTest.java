// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.line;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ConservationTest {

  @Property(tries = 40)
  void noPieceAppearsOrVanishesBetweenMachines(
      @ForAll @IntRange(max = 4) int archetype,
      @ForAll @LongRange(min = 1, max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 20) int hours) {
    Line line = Days.line(Days.ARCHETYPES.archetypes().get(archetype), seed, LineListener.NONE);

    Days.run(line, hours);

    for (int i = 1; i < line.machines().size(); i++) {
      Machine before = line.machines().get(i - 1);
      Machine after = line.machines().get(i);
      Buffer buffer = after.buffer();
      assertThat(buffer).isNotNull();
      assertThat(buffer.level()).isBetween(0, buffer.capacity());
      assertThat(buffer.initial() + buffer.put())
          .isEqualTo(buffer.taken() + buffer.scrapped() + buffer.level());
      assertThat(buffer.put())
          .isEqualTo(before.tally().good() * before.spec().physics().piecesOut());
      assertThat(buffer.taken()).isEqualTo(after.total() * after.spec().physics().piecesIn());
    }
  }
}
