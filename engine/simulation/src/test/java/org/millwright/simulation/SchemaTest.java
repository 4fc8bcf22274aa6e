// SPDX-License-Identifier: Apache-2.0
package org.millwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millwright.simulation.reading.ModelReader;
import org.millwright.simulation.reading.ModelReading;

/** The published schema says the same as the reader. */
class SchemaTest {

  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream in =
        ModelReader.class.getResourceAsStream("/org/millwright/simulation/model.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Objects.requireNonNull(in), InputFormat.JSON);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-machines", "closed-network", "repair-crew", "priorities", "plant"})
  void allowsEveryWorkedModel(String name) throws IOException {
    String json = Files.readString(Path.of("models", name + ".json"));

    assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"elements\":[{\"type\":\"sorce\",\"id\":\"in\",\"to\":\"out\"}]}",
        "{\"elements\":[{\"type\":\"source\",\"to\":\"out\"}]}",
        "{\"elements\":[{\"type\":\"sink\",\"id\":\"out\"}],\"horizon\":-1}",
        "{\"elements\":[{\"type\":\"sink\",\"id\":\"out\",\"colour\":\"red\"}]}",
        "{\"elements\":[{\"type\":\"station\",\"id\":\"m\",\"to\":\"out\"},"
            + "{\"type\":\"sink\",\"id\":\"out\"}]}",
        "{\"elements\":[{\"type\":\"station\",\"id\":\"m\",\"to\":\"out\",\"time\":1,\"places\":0},"
            + "{\"type\":\"sink\",\"id\":\"out\"}]}"
      })
  void refusesWhatTheReaderRefuses(String json) {
    assertThat(ModelReader.read(json)).isInstanceOf(ModelReading.Refused.class);
    assertThat(SCHEMA.validate(json, InputFormat.JSON)).isNotEmpty();
  }
}
