// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.identity;

/** What a person or a program may do at a node of the hierarchy and below it. */
public enum Permission {
  /** See states, figures and history. */
  VIEW,
  /** Give a stop its reason, split it, comment on it. */
  CLASSIFY,
  /** Change shifts, crews, duty, holidays and planned stops. */
  MANAGE_SHIFTS,
  /** Change equipment, templates, mappings and imported history. */
  ENGINEER,
  /** Write to a device. */
  COMMAND,
  /** Give roles below a node; change connections, credentials and retention. */
  ADMINISTER_PLANT,
  /** Everything, users and audit included. */
  ADMINISTER
}
