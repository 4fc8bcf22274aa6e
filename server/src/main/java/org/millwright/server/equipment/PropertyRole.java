// SPDX-License-Identifier: Apache-2.0
package org.millwright.server.equipment;

/** What a property of a work unit means to the programs that read it. */
public enum PropertyRole {
  /** State of the machine, PackML {@code StateCurrent} or any code a rule maps. */
  STATE,
  /** Mode, such as production, maintenance, manual. */
  MODE,
  /** Actual speed, pieces a minute. */
  SPEED,
  /** Speed asked for. */
  SETPOINT_SPEED,
  /** Counter of all pieces. */
  TOTAL,
  /** Counter of good pieces. */
  GOOD,
  /** Counter of scrapped pieces. */
  REJECT,
  /** Counter of pieces sent to rework. */
  REWORK,
  /** Product being made. */
  PRODUCT,
  /** The machine's own reason for its stop. */
  REASON,
  /** Pieces waiting before the machine. */
  BUFFER_LEVEL,
  /** Meter of electrical energy, kWh. */
  ELECTRICITY,
  /** Electrical power, kW. */
  POWER,
  /** Meter of gas, m³. */
  GAS,
  /** Meter of steam, t. */
  STEAM,
  /** A process value worth a trend. */
  PROCESS,
  /** Anything else. */
  INFORMATION
}
