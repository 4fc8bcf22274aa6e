// SPDX-License-Identifier: Apache-2.0
// The shapes of the HTTP API (docs/architecture.md, "The HTTP API in one page").

/** A name that a person reads, in both languages. */
export type Name = { en: string; zh: string };

export const STATES = [
  "RUNNING",
  "SETUP",
  "STARVED",
  "BLOCKED",
  "MINOR_STOP",
  "BREAKDOWN",
  "PLANNED_STOP",
  "IDLE",
  "UNCLASSIFIED",
  "NOT_OBSERVED",
] as const;
export type State = (typeof STATES)[number];

export const LOSSES = [
  "BREAKDOWN",
  "SETUP",
  "MINOR_STOP",
  "REDUCED_SPEED",
  "STARTUP_REJECT",
  "PRODUCTION_REJECT",
] as const;
export type Loss = (typeof LOSSES)[number];

export const LEVELS = ["ENTERPRISE", "SITE", "AREA", "WORK_CENTER", "WORK_UNIT"] as const;
export type Level = (typeof LEVELS)[number];

export type Connection = "ONLINE" | "STALE" | "OFFLINE" | "NONE";
export type Quality = "GOOD" | "STALE" | "BAD" | "UNCERTAIN";

export const PERMISSIONS = [
  "VIEW",
  "CLASSIFY",
  "MANAGE_SHIFTS",
  "ENGINEER",
  "COMMAND",
  "ADMINISTER_PLANT",
  "ADMINISTER",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  "VIEWER",
  "OPERATOR",
  "SHIFT_LEADER",
  "ENGINEER",
  "PLANT_ADMINISTRATOR",
  "ADMINISTRATOR",
] as const;
export type Role = (typeof ROLES)[number];

export type Scope = { node: string; role: Role };

export type Session = {
  user: string;
  name: string;
  mustChangePassword: boolean;
  permissions: Permission[];
  scopes: Scope[];
};

export type Refusal = { code: string; place: string; message: string; maybe?: string | null };

export type Oee = {
  value: number | null;
  availability: number | null;
  effectiveness: number | null;
  quality: number | null;
  target: number | null;
};

export type Standing = { id: string; name: Name; state: State; reason: string | null; since: string };

export type PlantNode = {
  id: string;
  code: string;
  level: Level;
  name: Name;
  state: State | null;
  since: string | null;
  reason: string | null;
  oee: Oee | null;
  losses: { loss: Loss; seconds: number }[];
  onShift: { shift: Name | string; crew: Name | string | null; persons: string[] } | null;
  standing: Standing[];
  product: string | null;
  connection: Connection;
  children: PlantNode[];
};

export type Overview = { at: string; roots: PlantNode[] };

export type Interval = {
  id: string;
  unit: string;
  from: string;
  to: string | null;
  state: State;
  reason: string | null;
  comment: string | null;
  product: string | null;
  by: string | null;
  version: number;
};

export type Kpi = {
  id: string;
  number: number | null;
  name: Name;
  formula: string;
  value: number | null;
  unit: string;
  inputs: { symbol: string; name: Name; value: number | null; unit: string }[];
  intervals: string[];
  counts: string[];
  /** How many intervals and counts there are when the lists are cut short. */
  sources?: number;
  variant: string | null;
};

export const STEPS = [
  "CALENDAR_TIME",
  "UNSCHEDULED",
  "NOT_OBSERVED",
  "PLANNED_STOP",
  "BREAKDOWN",
  "SETUP",
  "WAITING",
  "MINOR_STOP",
  "REDUCED_SPEED",
  "STARTUP_REJECT",
  "PRODUCTION_REJECT",
  "GOOD_PRODUCTION",
] as const;
export type StepName = (typeof STEPS)[number];
export type Step = { step: StepName; seconds: number };

export type Counts = { total: number; good: number; scrap: number; rework: number };

export type LineUnit = {
  id: string;
  name: Name;
  state: State | null;
  since: string | null;
  reason: string | null;
  speed: { value: number | null; unit: string; setpoint: number | null } | null;
  counts: Counts | null;
  buffer: { level: number; capacity: number } | null;
  product: string | null;
  timeline?: Interval[];
};

export type ParetoBar = { key: string; name: Name; loss: Loss | null; seconds: number; count: number };
export type ParetoBy = "reason" | "loss" | "unit";

export type Period = { from: string; to: string; shift?: Name | string | null };

export type LineView = {
  node: PlantNode;
  period: Period;
  units: LineUnit[];
  kpis: Kpi[];
  waterfall: Step[];
  pareto: ParetoBar[];
  unclassified: Interval[];
};

export type PropertyValue = {
  property: string;
  tag: number | null;
  name: Name;
  unit: string | null;
  type: string;
  value: unknown;
  time: string | null;
  quality: Quality | null;
};

export type UnitView = {
  node: PlantNode;
  properties: PropertyValue[];
  kpis: Kpi[];
  waterfall: Step[];
  intervals: Interval[];
};

export type Reason = { code: string; name: Name; loss: Loss | null; active: boolean; children: Reason[] };

export type CountRecord = Counts & { id: string; unit: string; from: string; to: string; product: string | null };

export type TrendSeries = {
  tag: number;
  name: Name | string;
  unit: string | null;
  time: number[];
  value: (number | null)[];
  min?: (number | null)[];
  max?: (number | null)[];
  quality?: (number | string)[];
};
export type Trends = { resolution: string; series: TrendSeries[] };
