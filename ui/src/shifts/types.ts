// SPDX-License-Identifier: Apache-2.0

export type Break = { name: string; start: string; end: string };

/** One shift in a pattern; `end` not later than `start` means past midnight. */
export type Slot = { shift: string; crew: string; startDayOffset: number; start: string; end: string; breaks: Break[] };

/** A cycle of days that begins at `anchor` and goes round. */
export type Pattern = { code: string; name: string; anchor: string; cycle: Slot[][] };

export type CalendarEntry = { node: string; from: string; pattern: string | null; zone: string };
export type Holiday = { node: string; date: string; name: string; worksLikeCycleDay: number | null };
export type PlannedStop = { id: string; node: string; from: string; to: string; reason: string; note: string };
export type Crew = { id: string; node: string; name: string; members: string[] };
export type Duty = { id: string; node: string; from: string; to: string; person: string; note: string };

export type OnShift = { businessDate: string; shift: string; crew: string; from: string; to: string; persons: string[] };
export type DutyView = { onShift: OnShift | null; duties: Duty[] };
