// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.check;

/**
 * A rule a plan breaks.
 *
 * @param rule which
 * @param job index of the job, -1 if no single one
 * @param operation index in the job, -1 if no single one
 * @param message what is wrong, with names and ticks, as a sentence
 */
public record Violation(Rule rule, int job, int operation, String message) {

  /** The rules of the problem statement. */
  public enum Rule {
    /** Every operation is planned once, or listed as unplanned. */
    COMPLETENESS,
    /** An operation runs on a machine that is able to do it. */
    ABLE_MACHINE,
    /** It takes as long as it takes there, in working time, and pauses only if it may. */
    DURATION,
    /**
     * It starts after the release of its job and its own earliest tick, and ends within the
     * horizon.
     */
    TIME_WINDOW,
    /** Operations of a job keep their order, lags and lots. */
    LINK,
    /** A machine does one thing at a time. */
    MACHINE,
    /** Between two operations there is working time for the setup. */
    SETUP,
    /** A furnace takes one family at once, and no more than fits. */
    BATCH,
    /** Nobody holds more of a resource than there is. */
    RESOURCE,
    /** Nothing is consumed before it is there. */
    MATERIAL,
    /** Locked operations keep their place. */
    LOCK,
    /** All machines work the jobs in one order where the problem says so. */
    SAME_SEQUENCE
  }
}
