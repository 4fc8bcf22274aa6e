// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality.sampling;

import java.util.ArrayList;
import java.util.List;

/**
 * The switching rules of GB/T 2828.1 (ISO 2859-1), 9.3 and 9.4, as a state machine that keeps its
 * history. Values are immutable: each event gives the next state.
 *
 * @param inspection how the next lot is inspected
 * @param stopped whether sampling inspection has been discontinued (9.4)
 * @param score the switching score (9.3.3.2)
 * @param history what happened, oldest first
 */
public record Switching(Inspection inspection, boolean stopped, int score, List<Step> history) {

  /** Points of the switching score that allow reduced inspection. */
  private static final int SCORE_FOR_REDUCED = 30;

  /**
   * One lot, or one decision of the responsible authority.
   *
   * @param lot the lot's number from 1; 0 for a decision
   * @param inspection how it was inspected
   * @param accepted whether it was accepted on original inspection
   * @param score the switching score afterwards
   * @param next the inspection afterwards
   * @param stopped whether inspection is discontinued afterwards
   * @param reason why the inspection changed, empty when it did not
   */
  public record Step(
      int lot,
      Inspection inspection,
      boolean accepted,
      int score,
      Inspection next,
      boolean stopped,
      String reason) {}

  /**
   * The result of one lot on original inspection.
   *
   * @param accepted whether it was accepted
   * @param acceptance the plan's acceptance number
   * @param tighter whether it would also have been accepted one AQL step tighter
   */
  public record Lot(boolean accepted, int acceptance, boolean tighter) {}

  public Switching {
    history = List.copyOf(history);
  }

  /** Normal inspection, at the start (9.1). */
  public static Switching start() {
    return new Switching(Inspection.NORMAL, false, 0, List.of());
  }

  /** Takes a lot's result. A discontinued inspection takes none: it returns itself. */
  public Switching lot(Lot lot) {
    if (stopped) {
      return this;
    }
    return switch (inspection) {
      case NORMAL -> normal(lot);
      case TIGHTENED -> tightened(lot);
      case REDUCED ->
          lot.accepted()
              ? step(true, 0, Inspection.REDUCED, false, "")
              : step(false, 0, Inspection.NORMAL, false, "a lot was not accepted (9.3.4 a)");
    };
  }

  /** Production became irregular or another condition calls for normal inspection (9.3.4 b, c). */
  public Switching irregular(String reason) {
    return inspection == Inspection.REDUCED
        ? decision(Inspection.NORMAL, false, reason)
        : decision(inspection, stopped, reason);
  }

  /** The supplier has acted; inspection resumes tightened (9.4). */
  public Switching resume(String reason) {
    return stopped ? decision(Inspection.TIGHTENED, false, reason) : this;
  }

  private Switching normal(Lot lot) {
    int next = score(lot);
    if (!lot.accepted() && recentRejections() >= 1) {
      return step(
          false, 0, Inspection.TIGHTENED, false, "two of five lots were not accepted (9.3.1)");
    }
    if (next >= SCORE_FOR_REDUCED) {
      return step(
          lot.accepted(), 0, Inspection.REDUCED, false, "the switching score is 30 (9.3.3)");
    }
    return step(lot.accepted(), next, Inspection.NORMAL, false, "");
  }

  private int score(Lot lot) {
    if (lot.acceptance() >= 2) {
      return lot.accepted() && lot.tighter() ? score + 3 : 0;
    }
    return lot.accepted() ? score + 2 : 0;
  }

  /** Rejections among the last four lots since normal inspection began. */
  private long recentRejections() {
    List<Step> run = run();
    return run.subList(Math.max(0, run.size() - 4), run.size()).stream()
        .filter(step -> !step.accepted())
        .count();
  }

  private Switching tightened(Lot lot) {
    List<Step> run = run();
    if (!lot.accepted() && rejectionsOnTightened() >= 4) {
      return step(
          false, 0, Inspection.TIGHTENED, true, "five lots not accepted on tightened (9.4)");
    }
    boolean fourBefore =
        run.size() >= 4
            && run.subList(run.size() - 4, run.size()).stream().allMatch(Step::accepted);
    return lot.accepted() && fourBefore
        ? step(true, 0, Inspection.NORMAL, false, "five lots in a row were accepted (9.3.2)")
        : step(lot.accepted(), 0, Inspection.TIGHTENED, false, "");
  }

  private long rejectionsOnTightened() {
    return run().stream().filter(step -> !step.accepted()).count();
  }

  /** The lots since the present inspection began. */
  private List<Step> run() {
    int start = history.size();
    while (start > 0
        && history.get(start - 1).lot() > 0
        && history.get(start - 1).inspection() == inspection
        && history.get(start - 1).next() == inspection
        && !history.get(start - 1).stopped()) {
      start--;
    }
    return history.subList(start, history.size());
  }

  private Switching step(
      boolean accepted, int newScore, Inspection next, boolean stop, String reason) {
    int lots = (int) history.stream().filter(step -> step.lot() > 0).count();
    return with(new Step(lots + 1, inspection, accepted, newScore, next, stop, reason));
  }

  private Switching decision(Inspection next, boolean stop, String reason) {
    return with(new Step(0, inspection, true, 0, next, stop, reason));
  }

  private Switching with(Step step) {
    List<Step> steps = new ArrayList<>(history);
    steps.add(step);
    return new Switching(step.next(), step.stopped(), step.score(), steps);
  }
}
