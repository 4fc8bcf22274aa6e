// SPDX-License-Identifier: Apache-2.0
package org.millwright.sparkplug;

import org.jspecify.annotations.Nullable;
import org.millwright.model.Refusal;

/**
 * What reading something gave: the thing, or why not.
 *
 * @param <T> the thing
 */
public sealed interface Decoded<T> {

  /** It could be read. */
  record Good<T>(T value) implements Decoded<T> {}

  /** It could not. */
  record Refused<T>(Refusal refusal) implements Decoded<T> {}

  /** The thing, or null when it was refused. */
  default @Nullable T orNull() {
    return this instanceof Good<T>(T value) ? value : null;
  }
}
