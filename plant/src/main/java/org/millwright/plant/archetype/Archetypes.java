// SPDX-License-Identifier: Apache-2.0
package org.millwright.plant.archetype;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The virtual plant's lines, as {@code archetypes.json} beside this package's root declares them.
 * The file is the one place for machine names, metric names, units and physical parameters.
 *
 * @param version of the file's form
 * @param about one sentence for the reader of the file
 * @param stateModel the source of the state numbers
 * @param stopReasons what {@code Stop/ReasonCode} can say
 * @param nodeMetrics metrics every edge node has
 * @param archetypes the lines
 */
public record Archetypes(
    int version,
    String about,
    String stateModel,
    List<StopReasonSpec> stopReasons,
    List<MetricSpec> nodeMetrics,
    List<Archetype> archetypes) {

  private static final String RESOURCE = "/org/millwright/plant/archetypes.json";

  /** Reads the archetypes shipped with the program. */
  public static Archetypes load() {
    try (InputStream in = Archetypes.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not on the class path");
      }
      return JsonMapper.builder().build().readValue(in, Archetypes.class);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The archetype of that id, if there is one. */
  public Optional<Archetype> find(String id) {
    return archetypes.stream().filter(archetype -> archetype.id().equals(id)).findFirst();
  }
}
