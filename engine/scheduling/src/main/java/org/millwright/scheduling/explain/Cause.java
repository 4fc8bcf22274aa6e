// SPDX-License-Identifier: Apache-2.0
package org.millwright.scheduling.explain;

/**
 * Something that keeps an operation from starting earlier.
 *
 * @param kind what it is
 * @param until the earliest start it allows
 * @param job index of the job behind it, -1 if none
 * @param operation index of the operation behind it, -1 if none
 * @param text a sentence
 */
public record Cause(Kind kind, int until, int job, int operation, String text) {

  /** Kinds of causes. */
  public enum Kind {
    /** The job or the operation is not released yet. */
    RELEASE,
    /** An operation of the same job comes first. */
    JOB,
    /** Another operation has the machine. */
    MACHINE,
    /** The machine is being set up. */
    SETUP,
    /** The machine does not work then, or not long enough without a break. */
    CALENDAR,
    /** Others hold a crew, a mould or a tool. */
    RESOURCE,
    /** A material has not arrived. */
    MATERIAL,
    /** The operation is locked to its place. */
    LOCK
  }
}
