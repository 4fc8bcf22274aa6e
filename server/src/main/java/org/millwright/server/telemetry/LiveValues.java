// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.Quality;

/** The last value, time and quality of every tag. Cheap reads from any thread, never torn. */
public interface LiveValues {

  /** The last value of a tag, empty when none came yet. */
  Optional<LiveValue> value(int tag);

  /**
   * Rises whenever the tag's value, time or quality changes; 0 when none came yet. Compare for
   * "changed since".
   */
  long version(int tag);

  /**
   * A last value.
   *
   * @param time when it was measured, epoch milliseconds
   * @param arrival when the platform received it, epoch milliseconds
   * @param value the number, NaN when it has none
   * @param text the text or JSON of a value that is not a number
   * @param quality STALE from the death of its node or device on
   */
  record LiveValue(
      int tag, long time, long arrival, double value, @Nullable String text, Quality quality) {}
}
