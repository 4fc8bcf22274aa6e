// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.historian;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was stored: samples as they came, or trends at a resolution that suits the points
 * asked for.
 */
public interface Trends {

  /**
   * Trends of some tags.
   *
   * @param tags numbers of the tags; an unknown one gives an empty series
   * @param from first millisecond, inclusive
   * @param to last millisecond, exclusive
   * @param points about how many points are wanted for each tag, at least 1
   */
  Trend query(List<Integer> tags, long from, long to, int points);

  /**
   * Stored samples of one tag with {@code from <= time < to}, in order of time, at most {@code
   * limit}.
   */
  List<Sample> samples(int tag, long from, long to, int limit);

  /**
   * One stored sample.
   *
   * @param time when it was measured, epoch milliseconds
   * @param arrival when the platform received it, epoch milliseconds
   * @param value the value, NaN when it has none
   * @param text the text or JSON of a sample that is not a number
   */
  record Sample(long time, long arrival, double value, @Nullable String text, Quality quality) {}
}
