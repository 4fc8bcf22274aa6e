// SPDX-License-Identifier: Apache-2.0
// OEE against its target: the figure, a bar with the target as a tick, and in words how far it is off.
import type { Oee as OeeValues } from "../data/types";
import { useLanguage } from "../language";

export function OeeBar({ value, target }: { value: number | null; target: number | null }) {
  const below = value !== null && target !== null && value < target - 0.0005;
  return (
    <div className="oee-bar" aria-hidden="true">
      <i className={below ? "below" : ""} style={{ width: `${Math.min(100, Math.max(0, (value ?? 0) * 100))}%` }} />
      {target !== null && <b style={{ left: `${Math.min(100, target * 100)}%` }} />}
    </div>
  );
}

export function OeeGap({ oee }: { oee: OeeValues | null }) {
  const { t, format } = useLanguage();
  if (!oee || oee.value === null) return <span className="quiet">{t.kpi.noFigure}</span>;
  if (oee.target === null) return null;
  const points = (oee.value - oee.target) * 100;
  const text = format.number(Math.abs(points), 1);
  if (Math.abs(points) < 0.05) return <span className="second">{t.kpi.onTarget}</span>;
  return points < 0 ? (
    <span className="oee-gap below">▼ {t.kpi.belowTarget(text)}</span>
  ) : (
    <span className="oee-gap">▲ {t.kpi.aboveTarget(text)}</span>
  );
}

export function OeeParts({ oee }: { oee: OeeValues | null }) {
  const { t, format } = useLanguage();
  const parts = [
    [t.kpi.short.A, t.kpi.availability, oee?.availability],
    [t.kpi.short.E, t.kpi.effectiveness, oee?.effectiveness],
    [t.kpi.short.Q, t.kpi.quality, oee?.quality],
  ] as const;
  return (
    <dl className="oee-parts">
      {parts.map(([short, long, value]) => (
        <div key={long}>
          <dt title={long}>{short}</dt>
          <dd>{format.percent(value, 1)}</dd>
        </div>
      ))}
    </dl>
  );
}
