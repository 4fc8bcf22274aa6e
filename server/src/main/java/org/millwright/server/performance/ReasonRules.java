// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.model.Refusal;
import org.millwright.performance.SixBigLoss;
import org.millwright.performance.WorkUnitState;

/** Makes reasons of drafts, or tells every fault at once. */
final class ReasonRules {

  /** What came of it. */
  sealed interface Checked {

    /** The reasons in the order of the drafts; together they are a tree. */
    record Sound(List<Reason> reasons) implements Checked {}

    /** Every fault with its place. */
    record Faulty(List<Refusal> refusals) implements Checked {}
  }

  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}");
  private static final Pattern MACHINE_CODE = Pattern.compile("-?[0-9]{1,9}");
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_CODES = 1000;
  private static final int LONGEST_CLASSES = 4000;
  private static final int MOST = 5000;

  /** What a stop can be booked as. */
  private static final List<WorkUnitState> STATES =
      List.of(
          WorkUnitState.BREAKDOWN,
          WorkUnitState.SETUP,
          WorkUnitState.MINOR_STOP,
          WorkUnitState.STARVED,
          WorkUnitState.BLOCKED,
          WorkUnitState.IDLE,
          WorkUnitState.PLANNED_STOP);

  private final List<ReasonDraft> drafts;
  private final Map<String, ReasonDraft> byCode = new HashMap<>();
  private final Map<Integer, String> machineCodes = new HashMap<>();
  private final List<Refusal> faults = new ArrayList<>();

  private ReasonRules(List<ReasonDraft> drafts) {
    this.drafts = drafts;
  }

  static Checked check(List<ReasonDraft> drafts) {
    return new ReasonRules(drafts).check();
  }

  private Checked check() {
    if (drafts.isEmpty() || drafts.size() > MOST) {
      return new Checked.Faulty(
          List.of(
              Refusal.of(
                  "REASON-NUMBER",
                  "reasons",
                  "There are %d reasons; a tree has 1 to %d.".formatted(drafts.size(), MOST))));
    }
    drafts.forEach(this::checkCode);
    List<Reason> reasons = drafts.stream().map(this::reason).toList();
    drafts.forEach(this::checkParent);
    return faults.isEmpty() ? new Checked.Sound(reasons) : new Checked.Faulty(faults);
  }

  private void checkCode(ReasonDraft draft) {
    if (!CODE.matcher(draft.code()).matches()) {
      refuse(
          draft,
          "REASON-CODE",
          "code",
          "\"" + draft.code() + "\" is no code.",
          "use up to 80 letters, digits and . _ - without blanks.");
    } else if (byCode.putIfAbsent(draft.code(), draft) != null) {
      refuse(
          draft,
          "REASON-DUPLICATE",
          "code",
          "There are two reasons \"" + draft.code() + "\".",
          "give one of them another code.");
    }
  }

  /** The reason of a draft; with a fault it is not used. */
  private Reason reason(ReasonDraft draft) {
    checkName(draft);
    checkClasses(draft);
    WorkUnitState state = state(draft).orElse(WorkUnitState.IDLE);
    return new Reason(
        draft.code(),
        draft.parent().isEmpty() ? null : draft.parent(),
        Name.of(draft.en(), draft.zh()),
        state,
        loss(draft, state),
        machineCodes(draft),
        draft.classes(),
        draft.active());
  }

  private void checkName(ReasonDraft draft) {
    if (draft.en().isEmpty() && draft.zh().isEmpty()) {
      refuse(draft, "REASON-NAME", "name_en", named(draft) + " has no name.", "");
    } else if (draft.en().length() > LONGEST_NAME || draft.zh().length() > LONGEST_NAME) {
      refuse(
          draft,
          "REASON-NAME",
          "name_en",
          named(draft) + " has a name of more than " + LONGEST_NAME + " characters.",
          "");
    }
  }

  private void checkClasses(ReasonDraft draft) {
    String all = ReasonLists.text(draft.classes());
    if (!ReasonLists.parts(all).equals(draft.classes()) || all.length() > LONGEST_CLASSES) {
      refuse(
          draft,
          "REASON-CLASSES",
          "classes",
          named(draft) + " has classes that are no codes, or too many.",
          "");
    }
  }

  private Optional<WorkUnitState> state(ReasonDraft draft) {
    for (WorkUnitState state : STATES) {
      if (state.name().equalsIgnoreCase(draft.state())) {
        return Optional.of(state);
      }
    }
    refuse(
        draft,
        "REASON-STATE",
        "state",
        "\"%s\" of %s is none of %s.".formatted(draft.state(), named(draft), STATES),
        "");
    return Optional.empty();
  }

  private @Nullable SixBigLoss loss(ReasonDraft draft, WorkUnitState state) {
    if (draft.loss().isEmpty()) {
      return null;
    }
    for (SixBigLoss loss : SixBigLoss.values()) {
      if (loss.name().equalsIgnoreCase(draft.loss())) {
        checkLoss(draft, state, loss);
        return loss;
      }
    }
    refuse(
        draft,
        "REASON-LOSS",
        "loss",
        "\"%s\" of %s is none of %s."
            .formatted(draft.loss(), named(draft), List.of(SixBigLoss.values())),
        "leave it empty for planned time.");
    return null;
  }

  /** A loss of time is the one its time is booked as, or figures would contradict each other. */
  private void checkLoss(ReasonDraft draft, WorkUnitState state, SixBigLoss loss) {
    SixBigLoss booked = lossOf(state);
    boolean ofTime =
        switch (loss) {
          case BREAKDOWN, SETUP, MINOR_STOP -> true;
          case REDUCED_SPEED, STARTUP_REJECT, PRODUCTION_REJECT -> false;
        };
    if (booked == null) {
      refuse(
          draft,
          "REASON-LOSS",
          "loss",
          named(draft) + " is planned, which is no loss.",
          "leave it empty.");
    } else if (ofTime && loss != booked) {
      refuse(
          draft,
          "REASON-LOSS",
          "loss",
          "%s is booked as %s, which is the loss %s and not %s."
              .formatted(named(draft), state, booked, loss),
          "");
    }
  }

  /** The loss that time in a state is, as {@link Pareto} has it; null for planned time. */
  private static @Nullable SixBigLoss lossOf(WorkUnitState state) {
    return switch (state) {
      case BREAKDOWN, UNCLASSIFIED -> SixBigLoss.BREAKDOWN;
      case SETUP -> SixBigLoss.SETUP;
      case STARVED, BLOCKED, IDLE, MINOR_STOP -> SixBigLoss.MINOR_STOP;
      case PLANNED_STOP, RUNNING, NOT_OBSERVED -> null;
    };
  }

  private List<Integer> machineCodes(ReasonDraft draft) {
    List<Integer> codes = new ArrayList<>();
    for (String text : draft.machineCodes()) {
      int code = MACHINE_CODE.matcher(text).matches() ? Integer.parseInt(text) : 0;
      if (code == 0) {
        refuseMachineCode(draft, "\"" + text + "\" is no machine code; 0 means no reason.");
        continue;
      }
      String twin = machineCodes.putIfAbsent(code, draft.code());
      if (twin != null) {
        refuseMachineCode(draft, "The machine code " + code + " is that of \"" + twin + "\" too.");
      }
      codes.add(code);
    }
    if (ReasonLists.text(codes).length() > LONGEST_CODES) {
      refuseMachineCode(draft, named(draft) + " has too many machine codes.");
    }
    return codes;
  }

  private void refuseMachineCode(ReasonDraft draft, String message) {
    refuse(draft, "REASON-MACHINE-CODE", "machine_codes", message, "");
  }

  private void checkParent(ReasonDraft draft) {
    if (draft.parent().isEmpty()) {
      return;
    }
    if (!byCode.containsKey(draft.parent())) {
      refuse(
          draft,
          "REASON-PARENT",
          "parent",
          "There is no reason \"%s\" above %s.".formatted(draft.parent(), named(draft)),
          "");
    } else if (isAboveItself(draft)) {
      refuse(
          draft,
          "REASON-CYCLE",
          "parent",
          "%s stands below itself: %s.".formatted(named(draft), way(draft)),
          "");
    }
  }

  private boolean isAboveItself(ReasonDraft draft) {
    Set<String> seen = new HashSet<>();
    ReasonDraft at = byCode.get(draft.parent());
    while (at != null && seen.add(at.code())) {
      if (at.code().equals(draft.code())) {
        return true;
      }
      at = byCode.get(at.parent());
    }
    return false;
  }

  /** The way up from a reason on a cycle back to itself. */
  private String way(ReasonDraft draft) {
    StringBuilder way = new StringBuilder(draft.code());
    ReasonDraft at = byCode.get(draft.parent());
    while (at != null && !at.code().equals(draft.code())) {
      way.append(" < ").append(at.code());
      at = byCode.get(at.parent());
    }
    return way.append(" < ").append(draft.code()).toString();
  }

  private static String named(ReasonDraft draft) {
    return "\"" + draft.code() + "\"";
  }

  private void refuse(ReasonDraft draft, String code, String field, String message, String maybe) {
    faults.add(draft.refusal(code, field, message, maybe));
  }
}
