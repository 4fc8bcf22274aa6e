// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.performance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All reasons at one moment, sound as {@link ReasonRules} means it: every parent is there and no
 * reason stands above itself.
 */
final class ReasonTree {

  private static final String TOP = "";

  private final long version;
  private final Map<String, Reason> byCode = new LinkedHashMap<>();
  private final Map<String, List<Reason>> below = new HashMap<>();
  private final Map<Integer, Reason> byMachineCode = new HashMap<>();

  ReasonTree(long version, List<Reason> reasons) {
    this.version = version;
    for (Reason reason : reasons) {
      byCode.put(reason.code(), reason);
      String parent = reason.parent() == null ? TOP : reason.parent();
      below.computeIfAbsent(parent, each -> new ArrayList<>()).add(reason);
    }
    for (Reason reason : reasons) {
      if (isGiven(reason)) {
        reason.machineCodes().forEach(code -> byMachineCode.put(code, reason));
      }
    }
  }

  /** Grows by one with each change. */
  long version() {
    return version;
  }

  /** In the order in which they are shown among their siblings. */
  List<Reason> reasons() {
    return List.copyOf(byCode.values());
  }

  Optional<Reason> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The reason a machine means by its code, unless it is given no more. */
  Optional<Reason> byMachineCode(int code) {
    return Optional.ofNullable(byMachineCode.get(code));
  }

  /** Whether people and machines may give it: it and all above it are active. */
  boolean isGiven(Reason reason) {
    Reason above = above(reason);
    return reason.active() && (above == null || isGiven(above));
  }

  private @Nullable Reason above(Reason reason) {
    return reason.parent() == null ? null : byCode.get(reason.parent());
  }

  /** Everything, for those who need the names. */
  List<ReasonView> all() {
    return views(TOP, "");
  }

  /** What can be given on equipment of a class; what does not suit hides everything below it. */
  List<ReasonView> suiting(String equipmentClass) {
    return views(TOP, equipmentClass);
  }

  private List<ReasonView> views(String parent, String equipmentClass) {
    return below.getOrDefault(parent, List.of()).stream()
        .filter(each -> equipmentClass.isEmpty() || (each.suits(equipmentClass) && isGiven(each)))
        .map(each ->
            new ReasonView(
                each.code(),
                each.name(),
                each.loss(),
                isGiven(each),
                views(each.code(), equipmentClass)))
        .toList();
  }
}
