// SPDX-License-Identifier: Apache-2.0
import type { Kpi } from "../data/types";
import type { Format } from "../language";

// Capability indices and turns are plain numbers; every other ratio reads best as per cent.
const PLAIN = new Set([19, 20, 21, 22, 23, 24]);

/** A KPI's or input's value with its unit as a person reads it. */
export function valueText(value: number | null, unit: string | null, format: Format, plain = false): string {
  if (value === null) return "–";
  if (unit === "s") return format.duration(value);
  if (unit === "%") return `${format.number(value, 1)}\u202f%`;
  if (!unit || unit === "1" || unit === "ratio") return plain ? format.number(value, 2) : format.percent(value);
  return `${format.number(value)}\u202f${unit}`;
}

export const kpiText = (kpi: Kpi, format: Format): string =>
  valueText(kpi.value, kpi.unit, format, kpi.number !== null && PLAIN.has(kpi.number));

export const kpiOf = (kpis: readonly Kpi[], id: string): Kpi | undefined => kpis.find((kpi) => kpi.id === id);
