// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.ArrayList;
import java.util.List;
import org.millwright.model.Refusal;
import org.millwright.server.historian.HistorianStatus;
import org.millwright.server.historian.History;
import org.springframework.stereotype.Component;

/** Where every message and every value went, in figures since the start. */
@Component
class IngestHealth {

  /**
   * Messages: {@code offered = taken + full + tooLarge + journalFailed}; {@code taken + replayed =
   * handled + inQueue}.
   */
  record Messages(
      long offered,
      long taken,
      long full,
      long tooLarge,
      long journalFailed,
      long unjournaled,
      long replayed,
      long handled,
      long inQueue,
      int sendersWaiting,
      long held,
      long duplicate,
      long unborn,
      long staleDeaths,
      long refused,
      long unmapped,
      long broken) {}

  /**
   * Values: {@code received = stored + duplicate + notStored + waiting + onTheWay}, the last being
   * those in batches not handed over yet; {@code refused} ones were left out before.
   */
  record Values(
      long received,
      long stored,
      long duplicate,
      long notStored,
      long waiting,
      long onTheWay,
      long late,
      long refused,
      long clockJumps) {}

  /**
   * The whole report; {@code refusals} names what is wrong now, {@code restarts} counts how often
   * the pipeline's job failed and was started again.
   */
  record Report(
      List<Refusal> refusals,
      Messages messages,
      Values values,
      long journalPosition,
      long sealedPosition,
      long openRows,
      int sealedFiles,
      long restarts) {}

  private final IngestTotals totals;
  private final BoundedIngest queue;
  private final History history;
  private final Telemetry telemetry;

  IngestHealth(IngestTotals totals, BoundedIngest queue, History history, Telemetry telemetry) {
    this.totals = totals;
    this.queue = queue;
    this.history = history;
    this.telemetry = telemetry;
  }

  Report report() {
    HistorianStatus historian = history.status();
    return new Report(
        refusals(historian),
        messages(),
        values(historian),
        queue.position(),
        historian.position(),
        historian.openRows(),
        historian.files(),
        telemetry.restarts());
  }

  private List<Refusal> refusals(HistorianStatus historian) {
    List<Refusal> refusals = new ArrayList<>();
    if (historian.failure() != null) {
      refusals.add(historian.failure());
    }
    Refusal journal = queue.trouble();
    if (journal != null) {
      refusals.add(journal);
    }
    String failure = telemetry.failure();
    if (failure != null) {
      refusals.add(
          new Refusal(
              "INGEST-STOPPED",
              "",
              failure,
              "it starts again by itself in at most a minute; the log says why it failed."));
    }
    return refusals;
  }

  private Messages messages() {
    long handled = totals.handled.sum();
    long taken = totals.taken.sum();
    long replayed = totals.replayed.sum();
    return new Messages(
        totals.offered.sum(),
        taken,
        totals.full.sum(),
        totals.tooLarge.sum(),
        totals.journalFailed.sum(),
        totals.unjournaled.sum(),
        replayed,
        handled,
        Math.max(0, taken + replayed - handled),
        queue.waiting(),
        totals.held.sum(),
        totals.duplicateMessages.sum(),
        totals.unborn.sum(),
        totals.staleDeaths.sum(),
        totals.refused.sum(),
        totals.unmapped.sum(),
        totals.broken.sum());
  }

  private Values values(HistorianStatus historian) {
    long received = totals.values.sum();
    long notStored = totals.notStored.sum();
    return new Values(
        received,
        historian.stored(),
        historian.duplicate(),
        notStored,
        historian.waiting(),
        Math.max(0, received - notStored - historian.received()),
        historian.late(),
        totals.refusedValues.sum(),
        totals.clockJumps.sum());
  }
}
