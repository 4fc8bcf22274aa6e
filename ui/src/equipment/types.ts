// SPDX-License-Identifier: Apache-2.0
import type { Level, Name, Refusal, State } from "../data/types";

export type DeviceAddress = { source: string; edgeNode: string; device: string };

export type EquipmentNode = {
  path: string;
  level: Level;
  name: Name;
  classCode: string | null;
  position: number;
  targetOee: number | null;
  production: boolean;
  digitallyControlled: boolean;
  bufferCapacity: number | null;
  device: DeviceAddress | null;
};

export const ROLES = [
  "STATE",
  "MODE",
  "SPEED",
  "SETPOINT_SPEED",
  "TOTAL",
  "GOOD",
  "REJECT",
  "REWORK",
  "PRODUCT",
  "REASON",
  "BUFFER_LEVEL",
  "ELECTRICITY",
  "POWER",
  "GAS",
  "STEAM",
  "PROCESS",
  "INFORMATION",
] as const;
export type PropertyRole = (typeof ROLES)[number];

export type TemplateProperty = {
  property: string;
  role: PropertyRole;
  metric: string;
  name: Name;
  unit: string;
  scale: number;
  wrapsAt: number | null;
};

export const TESTS = ["PACKML", "BELOW", "ABOVE", "EQUALS", "BETWEEN"] as const;
export type Test = (typeof TESTS)[number];

export type StateRule = {
  position: number;
  property: string;
  test: Test;
  low: number | null;
  high: number | null;
  seconds: number;
  state: State | null;
};

export type EquipmentClass = { code: string; name: Name; properties: TemplateProperty[]; rules: StateRule[] };
export type Product = { code: string; name: Name; unit: string };
export type IdealCycle = { node: string; product: string; seconds: number };

export type Register = { nodes: EquipmentNode[]; classes: EquipmentClass[]; products: Product[]; cycles: IdealCycle[] };

export type ImportReport = {
  part?: string;
  dryRun: boolean;
  encoding: string;
  rows: number;
  added: number;
  changed?: number;
  unchanged: number;
  stored: boolean;
  refusals: Refusal[];
  /** Columns as they were understood, and what is strange but no error; of history files only. */
  columns?: string[];
  notes?: Refusal[];
};
