// SPDX-License-Identifier: Apache-2.0
import uPlot from "uplot";
import type { TrendSeries } from "../data/types";

const columns = (series: TrendSeries): uPlot.AlignedData => {
  const band = series.min && series.max ? [series.min, series.max] : [];
  return [series.time, series.value, ...band];
};

/** The curves on one time axis; a moment that only other curves have does not break a line, a null does. */
export function alignedData(series: readonly TrendSeries[]): uPlot.AlignedData {
  if (series.length === 0) return [[]];
  if (series.length === 1) return columns(series[0] as TrendSeries);
  return uPlot.join(series.map((each) => [each.time, each.value]));
}

/** Samples sent on change, drawn up to now: the last value still holds. */
export function held(series: TrendSeries, until: number): TrendSeries {
  const last = series.time.at(-1);
  if (last === undefined || last >= until) return series;
  return { tag: series.tag, name: series.name, unit: series.unit, time: [...series.time, until], value: [...series.value, series.value.at(-1) ?? null] };
}
