// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Name;
import org.millwright.model.Refusal;

/**
 * A reason as somebody wrote it, not checked yet. Empty texts stand for what is missing.
 *
 * @param at where it was written, up to the field: {@code "line 4, column "} or {@code "JAM/"}
 * @param machineCodes as text, since not every text is a number
 */
record ReasonDraft(
    String at,
    String code,
    String parent,
    String en,
    String zh,
    String state,
    String loss,
    List<String> machineCodes,
    List<String> classes,
    boolean active) {

  private static final Map<String, String> MEMBERS =
      Map.of("name_en", "name", "machine_codes", "machineCodes");

  /** A reason as a program sends it; what is left out is empty, and in use. */
  record Sent(
      @Nullable String code,
      @Nullable String parent,
      @Nullable Name name,
      @Nullable String state,
      @Nullable String loss,
      @Nullable List<Integer> machineCodes,
      @Nullable List<String> classes,
      @Nullable Boolean active) {

    /** What a null in a list stands for: a reason without anything. */
    static final Sent NOTHING = new Sent(null, null, null, null, null, null, null, null);

    ReasonDraft draft(int index) {
      String known = text(code);
      return new ReasonDraft(
          (known.isEmpty() ? "reasons/" + index : known) + "/",
          known,
          text(parent),
          name == null ? "" : name.en().strip(),
          name == null ? "" : name.zh().strip(),
          text(state),
          text(loss),
          Objects.requireNonNullElse(machineCodes, List.<Integer>of()).stream()
              .map(String::valueOf)
              .toList(),
          Objects.requireNonNullElse(classes, List.<String>of()).stream().map(Sent::text).toList(),
          active == null || active);
    }

    private static String text(@Nullable String given) {
      return given == null ? "" : given.strip();
    }
  }

  /** A reason that is stored already. */
  static ReasonDraft of(Reason reason) {
    return new ReasonDraft(
        reason.code() + "/",
        reason.code(),
        Objects.requireNonNullElse(reason.parent(), ""),
        reason.name().en(),
        reason.name().zh(),
        reason.state().name(),
        reason.loss() == null ? "" : reason.loss().name(),
        reason.machineCodes().stream().map(String::valueOf).toList(),
        reason.classes(),
        reason.active());
  }

  /**
   * Why this draft cannot be taken.
   *
   * @param field by the name of its column; a draft that is JSON names its member instead
   */
  Refusal refusal(String code, String field, String message, String maybe) {
    boolean cell = at.endsWith("column ");
    String name = cell ? field : MEMBERS.getOrDefault(field, field);
    return new Refusal(code, at + name, message, maybe);
  }
}
