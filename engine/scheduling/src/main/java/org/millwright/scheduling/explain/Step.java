// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.explain;

/**
 * A stretch of the chain that makes a job late.
 *
 * @param kind what happens in it
 * @param job index of the job it belongs to
 * @param operation index of the operation in its job
 * @param machine index of the machine
 * @param from first tick
 * @param to first tick after it
 * @param text a sentence
 */
public record Step(Kind kind, int job, int operation, int machine, int from, int to, String text) {

  /** Kinds of steps. */
  public enum Kind {
    /** Work. */
    OPERATION,
    /** A setup. */
    SETUP,
    /** The machine stands by its calendar. */
    BREAK,
    /** Something else is waited for. */
    WAIT
  }
}
