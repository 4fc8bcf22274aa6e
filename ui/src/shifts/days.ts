// SPDX-License-Identifier: Apache-2.0
import type { OnShift } from "./types";

const DAY = 86_400_000;

/** A shift's share of one calendar day: fractions of the day, 0 at midnight. */
export type Piece = { shift: OnShift; from: number; to: number; begins: boolean };

export const mondayOf = (at: number): number => {
  const day = new Date(at);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return day.getTime();
};

/** Local midnight `days` later; days of 23 or 25 hours count as one. */
export const plusDays = (at: number, days: number): number => {
  const day = new Date(at);
  day.setDate(day.getDate() + days);
  return day.getTime();
};

/** The shifts cut at midnights, for one calendar day. */
export function piecesOf(shifts: readonly OnShift[], midnight: number): Piece[] {
  const end = plusDays(midnight, 1);
  const length = Math.max(DAY / 2, end - midnight);
  return shifts.flatMap((shift) => {
    const from = Math.max(Date.parse(shift.from), midnight);
    const to = Math.min(Date.parse(shift.to), end);
    if (from >= to) return [];
    return [{ shift, from: (from - midnight) / length, to: (to - midnight) / length, begins: Date.parse(shift.from) >= midnight }];
  });
}
