// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.millwright.model.Name;
import org.millwright.performance.SixBigLoss;
import org.millwright.performance.WorkUnitState;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tree of downtime reasons as it is now, and what is known about stops besides. The tree is in
 * the records database; it begins as {@code reasons.json} has it, and only {@link ReasonEditor}
 * changes it.
 */
@Component
class Reasons {

  private final ReasonFile file;
  private volatile ReasonTree tree;

  Reasons(
      JsonMapper json,
      @Value("${millwright.data}") Path data,
      ReasonRecords records,
      TransactionTemplate transaction) {
    Path own = data.resolve("reasons.json");
    this.file = ReasonFile.read(json, own);
    this.tree = records.load().orElseGet(() -> begin(own, records, transaction));
  }

  private ReasonTree begin(Path own, ReasonRecords records, TransactionTemplate transaction) {
    List<ReasonDraft> drafts = file.flat().stream().map(ReasonDraft::of).toList();
    List<Reason> reasons =
        switch (ReasonRules.check(drafts)) {
          case ReasonRules.Checked.Sound sound -> sound.reasons();
          case ReasonRules.Checked.Faulty faulty ->
              throw new IllegalStateException(
                  own + " cannot be taken in: " + faulty.refusals().getFirst());
        };
    transaction.executeWithoutResult(status -> records.begin(reasons));
    return new ReasonTree(1, reasons);
  }

  ReasonTree tree() {
    return tree;
  }

  /** From now on this is the tree; it is stored already. */
  void become(ReasonTree next) {
    tree = next;
  }

  Optional<Reason> find(String code) {
    return tree.find(code);
  }

  /** A reason that people may give. */
  Optional<Reason> given(String code) {
    ReasonTree now = tree;
    return now.find(code).filter(now::isGiven);
  }

  Optional<Reason> byMachineCode(int code) {
    return tree.byMachineCode(code);
  }

  Name name(WorkUnitState state) {
    return file.states().getOrDefault(state, Name.of(state.name()));
  }

  Name name(SixBigLoss loss) {
    return file.losses().getOrDefault(loss, Name.of(loss.name()));
  }

  /** Stops shorter than this are minor stops. */
  Duration minorStop() {
    return Duration.ofSeconds(file.minorStopSeconds());
  }

  /** For how long after a setup rejects are start-up rejects. */
  Duration startUp() {
    return Duration.ofSeconds(file.startUpSeconds());
  }
}
