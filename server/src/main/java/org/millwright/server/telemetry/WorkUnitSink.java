// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.millwright.server.historian.Quality;

/**
 * Follows what work units do; {@code performance} implements it with the engine's step functions
 * and stores the state changes and counts that they give.
 *
 * <p>Everything about one work unit is called on one thread at a time, in the order in which it
 * happened. After a restart messages can come a second time: their {@code position} tells, see
 * {@link Steps#sample}.
 */
public interface WorkUnitSink {

  /**
   * Starts following a work unit: at the start and whenever the equipment changed (after {@link
   * Steps#close(long)} of the steps before). Until the first sample with a good value the unit is
   * NOT_OBSERVED.
   *
   * @param unit path of the work unit
   * @param properties the bound properties' names; {@link Steps#sample} names them by their index
   *     in this list
   */
  Steps open(String unit, List<String> properties);

  /** The steps of one work unit. No call may block, log per sample or throw. */
  interface Steps {

    /**
     * A bound property has a new sample.
     *
     * @param property index in the list given to {@link WorkUnitSink#open}
     * @param time when it was measured, epoch milliseconds
     * @param value the number, true as 1, NaN when it has none
     * @param text the text of a sample that is not a number
     * @param position the message's place in the ingest journal; rises with every message and
     *     survives restarts, so what was derived from a position that is stored already must not be
     *     stored twice
     */
    void sample(
        int property,
        long time,
        double value,
        @Nullable String text,
        Quality quality,
        long position);

    /**
     * The source of some bound properties died or its broker was lost: from {@code time} on they
     * are not observed. A sample or a birth ends it.
     */
    void lost(int[] properties, long time, long position);

    /**
     * Time passes, about ten times a second: rules with durations come due. {@code now} is epoch
     * milliseconds.
     */
    void tick(long now);

    /**
     * The unit is followed no longer by these steps: the platform stops or the equipment changed.
     */
    void close(long now);
  }
}
