// SPDX-License-Identifier: Apache-2.0
// Time on a screen: where an instant lies, and at which instants a tick helps.

export type Range = { from: number; to: number };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [SECOND, 5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY];

/** Pixel of an instant on `width` pixels. */
export const pixelOf = (at: number, range: Range, width: number): number => ((at - range.from) / (range.to - range.from)) * width;

export const instantAt = (pixel: number, range: Range, width: number): number => range.from + (pixel / width) * (range.to - range.from);

/** Round instants of local time, at least `minimumPixels` apart. */
export function ticks(range: Range, width: number, minimumPixels = 72): { at: number[]; step: number } {
  const wanted = ((range.to - range.from) / Math.max(1, width)) * minimumPixels;
  const step = STEPS.find((each) => each >= wanted) ?? 30 * DAY;
  const offset = new Date(range.from).getTimezoneOffset() * MINUTE;
  const first = Math.ceil((range.from - offset) / step) * step + offset;
  const at: number[] = [];
  for (let each = first; each < range.to; each += step) at.push(each);
  return { at, step };
}

/** Whether ticks of that step need the date rather than the time of day. */
export const isDaily = (step: number): boolean => step >= DAY;
export const needsSeconds = (step: number): boolean => step < MINUTE;

/** A range shifted or scaled around `anchor`, at least ten seconds and at most ten years long. */
export function zoomed(range: Range, factor: number, anchor: number): Range {
  const length = Math.min(Math.max((range.to - range.from) * factor, 10 * SECOND), 3660 * DAY);
  const share = (anchor - range.from) / (range.to - range.from);
  const from = anchor - share * length;
  return { from, to: from + length };
}
