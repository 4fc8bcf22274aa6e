// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

import java.util.Objects;

/**
 * What a thing is called on a screen, in the two languages of equal rank.
 *
 * @param en English
 * @param zh simplified Chinese
 */
public record Name(String en, String zh) {

  public Name {
    Objects.requireNonNull(en);
    Objects.requireNonNull(zh);
  }

  /** The same word in both languages, for names that people typed once or that are codes. */
  public static Name of(String both) {
    return new Name(both, both);
  }

  /** A name whose missing half is taken from the other. */
  public static Name of(String en, String zh) {
    return new Name(en.isBlank() ? zh : en, zh.isBlank() ? en : zh);
  }
}
