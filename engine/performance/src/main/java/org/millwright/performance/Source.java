// SPDX-License-Identifier: Apache-2.0
package org.millwright.performance;

/** Where a record came from, in rising order of whom to believe when two speak of one instant. */
public enum Source {
  /** Concluded by the platform, such as the gap while it was not running. */
  SYSTEM,
  /** Reported by the machine. */
  MACHINE,
  /** Read from a file. */
  IMPORT,
  /** Entered by a person. */
  MANUAL
}
