// SPDX-License-Identifier: Apache-2.0
import type { Interval } from "../data/types";

/** The list with `fresh` in it: in place of its older version, or added, ordered by time. */
export function mergeInterval(list: readonly Interval[], fresh: Interval): Interval[] {
  const known = list.find((each) => each.id === fresh.id);
  if (known && known.version > fresh.version) return [...list];
  return [...list.filter((each) => each.id !== fresh.id), fresh].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

export const secondsOf = (interval: Interval, now: number): number =>
  ((interval.to ? Date.parse(interval.to) : now) - Date.parse(interval.from)) / 1000;
