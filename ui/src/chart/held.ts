// SPDX-License-Identifier: Apache-2.0
import type { TrendSeries } from "../data/types";

/** Samples sent on change, drawn up to now: the last value still holds. */
export function held(series: TrendSeries, until: number): TrendSeries {
  const last = series.time.at(-1);
  if (last === undefined || last >= until) return series;
  return { tag: series.tag, name: series.name, unit: series.unit, time: [...series.time, until], value: [...series.value, series.value.at(-1) ?? null] };
}
