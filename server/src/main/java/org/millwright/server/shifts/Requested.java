// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.shifts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.millwright.model.Period;
import org.millwright.model.Refusal;
import org.millwright.server.RefusalException;
import org.millwright.server.identity.CurrentUser;
import org.millwright.server.identity.Permission;
import org.springframework.http.HttpStatus;

/** What requests about shifts have in common. */
final class Requested {

  private Requested() {}

  static Period period(Instant from, Instant to) {
    return Period.between(from, to)
        .orElseThrow(() -> refused("SHIFT-PERIOD", "to", "The end is not after the start."));
  }

  static RefusalException refused(String code, String place, String message) {
    return new RefusalException(HttpStatus.UNPROCESSABLE_CONTENT, Refusal.of(code, place, message));
  }

  static void known(boolean found, String what) {
    if (!found) {
      throw unknown(what);
    }
  }

  /** Refuses unless the entry exists and the user may manage shifts where it belongs. */
  static <T> void requireAt(
      List<T> all, Predicate<T> wanted, Function<T, String> node, String what) {
    T entry = all.stream().filter(wanted).findFirst().orElseThrow(() -> unknown(what));
    CurrentUser.get().require(Permission.MANAGE_SHIFTS, node.apply(entry));
  }

  /** The identity a new entry gets when it brings none. */
  static String id(@Nullable String given) {
    return given == null || given.isBlank() ? UUID.randomUUID().toString() : given;
  }

  private static RefusalException unknown(String what) {
    return new RefusalException(
        HttpStatus.NOT_FOUND, Refusal.of("SHIFT-UNKNOWN", what, "There is no such entry."));
  }
}
