// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millwright.model.Name;
import org.millwright.performance.SixBigLoss;
import org.millwright.performance.WorkUnitState;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tree of downtime reasons. It is data: {@code reasons.json} in the data folder counts when it
 * is there, else the one that comes with the program.
 */
@Component
class Reasons {

  private record Document(
      String about,
      long minorStopSeconds,
      long startUpSeconds,
      Map<WorkUnitState, Name> states,
      Map<SixBigLoss, Name> losses,
      List<Reason> reasons) {}

  private final Document document;
  private final Map<String, Reason> byCode = new HashMap<>();
  private final Map<Integer, Reason> byMachineCode = new HashMap<>();

  Reasons(JsonMapper json, @Value("${millwright.data}") Path data) {
    this.document = read(json, data.resolve("reasons.json"));
    document.reasons().forEach(this::index);
  }

  private static Document read(JsonMapper json, Path own) {
    try (InputStream in =
        Files.exists(own)
            ? Files.newInputStream(own)
            : Objects.requireNonNull(Reasons.class.getResourceAsStream("reasons.json"))) {
      return json.readValue(in, Document.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void index(Reason reason) {
    byCode.put(reason.code(), reason);
    Objects.requireNonNullElse(reason.machineCodes(), List.<Integer>of())
        .forEach(code -> byMachineCode.put(code, reason));
    reason.finer().forEach(this::index);
  }

  List<ReasonView> tree(String equipmentClass) {
    return document.reasons().stream().map(each -> ReasonView.of(each, equipmentClass)).toList();
  }

  Optional<Reason> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  Optional<Reason> byMachineCode(int code) {
    return Optional.ofNullable(byMachineCode.get(code));
  }

  /** What a reason is called; the code itself when nobody has named it. */
  Name name(String code) {
    return find(code).map(Reason::name).orElseGet(() -> Name.of(code));
  }

  Name name(WorkUnitState state) {
    return document.states().getOrDefault(state, Name.of(state.name()));
  }

  Name name(SixBigLoss loss) {
    return document.losses().getOrDefault(loss, Name.of(loss.name()));
  }

  /** Stops shorter than this are minor stops. */
  Duration minorStop() {
    return Duration.ofSeconds(document.minorStopSeconds());
  }

  /** For how long after a setup rejects are start-up rejects. */
  Duration startUp() {
    return Duration.ofSeconds(document.startUpSeconds());
  }
}
