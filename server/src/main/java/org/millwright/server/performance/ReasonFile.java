// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.performance.SixBigLoss;
import org.millwright.performance.WorkUnitState;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code reasons.json}: the one in the data folder when it is there, else the one that comes with
 * the program.
 *
 * @param about for who reads the file
 * @param minorStopSeconds stops shorter than this are minor stops
 * @param startUpSeconds for how long after a setup rejects are start-up rejects
 * @param states names of the states
 * @param losses names of the six big losses
 * @param reasons the tree an installation begins with
 */
record ReasonFile(
    String about,
    long minorStopSeconds,
    long startUpSeconds,
    Map<WorkUnitState, Name> states,
    Map<SixBigLoss, Name> losses,
    List<Branch> reasons) {

  /** A reason with the finer ones below it. */
  record Branch(
      String code,
      Name name,
      WorkUnitState state,
      @Nullable SixBigLoss loss,
      @Nullable List<Integer> machineCodes,
      @Nullable List<String> classes,
      @Nullable List<Branch> children) {

    private void flatten(@Nullable String parent, List<Reason> into) {
      into.add(
          new Reason(
              code,
              parent,
              name,
              state,
              loss,
              Objects.requireNonNullElse(machineCodes, List.of()),
              Objects.requireNonNullElse(classes, List.of()),
              true));
      Objects.requireNonNullElse(children, List.<Branch>of())
          .forEach(each -> each.flatten(code, into));
    }
  }

  static ReasonFile read(JsonMapper json, Path own) {
    try (InputStream in =
        Files.exists(own)
            ? Files.newInputStream(own)
            : Objects.requireNonNull(ReasonFile.class.getResourceAsStream("reasons.json"))) {
      return json.readValue(in, ReasonFile.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The tree as a list, each reason after the one it stands below. */
  List<Reason> flat() {
    List<Reason> flat = new ArrayList<>();
    reasons.forEach(each -> each.flatten(null, flat));
    return flat;
  }
}
