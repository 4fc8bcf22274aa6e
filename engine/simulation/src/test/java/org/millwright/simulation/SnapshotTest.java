// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.millwright.simulation.line.Line;
import org.millwright.simulation.line.LineBuilder;
import org.millwright.simulation.line.Snapshot;
import org.millwright.simulation.model.LineModel;
import org.millwright.simulation.random.RandomStreams;
import org.millwright.simulation.reading.ModelReader;
import org.millwright.simulation.reading.ModelReading;

class SnapshotTest {

  private static final long BUDGET = Long.MAX_VALUE;

  private static LineModel plant() throws IOException {
    return switch (ModelReader.read(Path.of("models", "plant.json"))) {
      case ModelReading.Accepted accepted -> accepted.model();
      case ModelReading.Refused refused -> throw new AssertionError(refused.faults());
    };
  }

  private static Line resumed(Snapshot.Resumption resumption) {
    return switch (resumption) {
      case Snapshot.Resumption.Resumed resumed -> resumed.line();
      case Snapshot.Resumption.Refused refused -> throw new AssertionError(refused.refusal());
    };
  }

  @Test
  void aResumedLineDoesWhatTheSavedOneWouldHaveDone() throws IOException {
    LineModel model = plant();
    Line line = LineBuilder.build(model, new RandomStreams(3, 0));
    line.run(model.time().ticks(5000), BUDGET);
    byte[] kept = Snapshot.of(model, line).toByteArray();
    line.run(model.time().ticks(10000), BUDGET);

    Line again = resumed(Snapshot.ofBytes(kept).resume(plant()));
    again.run(model.time().ticks(10000), BUDGET);

    assertThat(again.traceHash()).isEqualTo(line.traceHash());
    assertThat(again.events()).isEqualTo(line.events());
  }

  @Test
  void aForkStartsFromTheSameStateIntoAnotherFuture() throws IOException {
    LineModel model = plant();
    Line line = LineBuilder.build(model, new RandomStreams(3, 0));
    line.run(model.time().ticks(5000), BUDGET);
    Snapshot snapshot = Snapshot.of(model, line);

    Line one = resumed(snapshot.fork(model, new RandomStreams(3, 1)));
    Line other = resumed(snapshot.fork(model, new RandomStreams(3, 2)));

    assertThat(one.now()).isEqualTo(line.now());
    assertThat(one.traceHash()).isEqualTo(line.traceHash());
    one.run(model.time().ticks(8000), BUDGET);
    other.run(model.time().ticks(8000), BUDGET);
    assertThat(one.traceHash()).isNotEqualTo(other.traceHash());
  }

  @Test
  void refusesTheStateOfAnotherModelAndDamagedBytes() throws IOException {
    LineModel model = plant();
    Line line = LineBuilder.build(model, new RandomStreams(3, 0));
    byte[] kept = Snapshot.of(model, line).toByteArray();
    LineModel other = LineText.tandem(2, 1, "1").model();

    assertThat(Snapshot.ofBytes(kept).resume(other))
        .isInstanceOf(Snapshot.Resumption.Refused.class);
    assertThat(Snapshot.ofBytes(Arrays.copyOf(kept, kept.length / 2)).resume(model))
        .isInstanceOf(Snapshot.Resumption.Refused.class);
    assertThat(Snapshot.ofBytes(new byte[0]).resume(model))
        .isInstanceOf(Snapshot.Resumption.Refused.class);
  }
}
