// SPDX-License-Identifier: Apache-2.0
package org.millwright.model;

/** Levels of the role-based equipment hierarchy, IEC 62264-1 (ISA-95) §5.3, top first. */
public enum EquipmentLevel {
  ENTERPRISE,
  SITE,
  AREA,
  /** A production line, process cell, production unit or storage zone. */
  WORK_CENTER,
  /** A machine: work cell, unit or storage unit. */
  WORK_UNIT
}
