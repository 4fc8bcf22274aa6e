// SPDX-License-Identifier: Apache-2.0
import type { Interval } from "../data/types";

/** The list with `fresh` in it: in place of its older version, or added, ordered by time. */
export function mergeInterval(list: readonly Interval[], fresh: Interval): Interval[] {
  const same = (each: Interval): boolean => each.id === fresh.id && each.unit === fresh.unit;
  const known = list.find(same);
  if (known && known.version > fresh.version) return [...list];
  return [...list.filter((each) => !same(each)), fresh].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

export const secondsOf = (interval: Interval, now: number): number =>
  ((interval.to ? Date.parse(interval.to) : now) - Date.parse(interval.from)) / 1000;
