// SPDX-License-Identifier: Apache-2.0
import type { ParetoBar } from "../data/types";
import { useLanguage } from "../language";
import { cumulative } from "./cumulative";

const ROW = 32;

/** The largest losses first, with the line of what they add up to and the mark at 80 %. */
export function Pareto({ bars, limit = 10, label }: { bars: readonly ParetoBar[]; limit?: number; label?: (bar: ParetoBar) => string }) {
  const { t, name, format } = useLanguage();
  const rows = cumulative(bars).slice(0, limit);
  const most = rows[0]?.seconds ?? 0;
  if (most <= 0) return <p className="quiet">{t.command.noLosses}</p>;
  const points = rows.map((row, index) => `${row.share * 100},${index * ROW + ROW / 2}`).join(" ");
  return (
    <div className="pareto">
      <ul className="names">
        {rows.map((row) => (
          <li key={row.key} style={{ height: ROW }}>
            <span className="clip" title={label?.(row) || name(row.name) || row.key}>
              {label?.(row) || name(row.name) || row.key}
            </span>
          </li>
        ))}
      </ul>
      <div className="plot" style={{ height: rows.length * ROW }}>
        {rows.map((row, index) => (
          <i key={row.key} style={{ top: index * ROW + 7, width: `${(row.seconds / most) * 100}%` }} />
        ))}
        <svg viewBox={`0 0 100 ${rows.length * ROW}`} preserveAspectRatio="none" aria-hidden="true">
          <line x1="80" x2="80" y1="0" y2={rows.length * ROW} className="eighty" vectorEffect="non-scaling-stroke" />
          <polyline points={points} vectorEffect="non-scaling-stroke" />
        </svg>
      </div>
      <ul className="figures">
        {rows.map((row) => (
          <li key={row.key} style={{ height: ROW }}>
            <span className="nowrap">{format.duration(row.seconds)}</span>
            <span className="quiet nowrap" title={t.chart.times}>
              {row.count}×
            </span>
            <span className="quiet nowrap" title={t.chart.cumulative}>
              {format.percent(row.share, 0)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
