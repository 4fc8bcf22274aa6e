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
