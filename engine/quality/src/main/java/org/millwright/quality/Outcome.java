// SPDX-License-Identifier: Apache-2.0
package org.millwright.quality;

import java.util.function.Function;
import org.millwright.model.Refusal;

/**
 * What a calculation gives: its result, or why the input cannot be taken.
 *
 * @param <T> the result's type
 */
public sealed interface Outcome<T> {

  /** The calculation was done. */
  record Done<T>(T value) implements Outcome<T> {}

  /** The input was refused. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /** A result. */
  static <T> Outcome<T> of(T value) {
    return new Done<>(value);
  }

  /** A refusal with a likely fix. */
  static <T> Outcome<T> refuse(String code, String place, String message, String maybe) {
    return new Refused<>(new Refusal(code, place, message, maybe));
  }

  /** A refusal already made. */
  static <T> Outcome<T> refuse(Refusal refusal) {
    return new Refused<>(refusal);
  }

  /** Goes on with the result, or passes the refusal through. */
  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }

  /** Converts the result, or passes the refusal through. */
  default <R> Outcome<R> map(Function<T, R> conversion) {
    return then(value -> of(conversion.apply(value)));
  }
}
