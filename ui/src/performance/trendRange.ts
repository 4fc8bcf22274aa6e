// SPDX-License-Identifier: Apache-2.0
import type { Range } from "../chart/scale";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const SPANS = { "5m": 5 * MINUTE, "1h": HOUR, "8h": 8 * HOUR, "24h": DAY, "7d": 7 * DAY, "30d": 30 * DAY, "1y": 365 * DAY } as const;
export type Span = keyof typeof SPANS;

/** Following a span up to now, or standing at a range that a person chose. */
export type View = { span: Span } | Range;

export const isFollowing = (view: View): view is { span: Span } => "span" in view;

/** How often a span is worth fetching again, milliseconds. */
export const pulseOf = (span: Span): number => Math.min(60_000, Math.max(2000, SPANS[span] / 300));

/** The range to show now; a followed span moves with its pulse, so that equal pulses ask for equal addresses. */
export function rangeOf(view: View, now: number): Range {
  if (!isFollowing(view)) return view;
  const pulse = pulseOf(view.span);
  const to = Math.ceil(now / pulse) * pulse;
  return { from: to - SPANS[view.span], to };
}
