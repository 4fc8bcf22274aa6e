// SPDX-License-Identifier: Apache-2.0
import type { Kpi, Oee } from "../data/types";
import { useLanguage } from "../language";
import { OeeBar, OeeGap } from "../look/Oee";
import { kpiOf, kpiText } from "./kpiText";

const PARTS = ["AVAILABILITY", "EFFECTIVENESS", "QUALITY_RATIO"] as const;

/** OEE against target and its three factors, large. */
export function Tiles({ kpis, oee }: { kpis: readonly Kpi[]; oee: Oee | null }) {
  const { name, format } = useLanguage();
  const whole = kpiOf(kpis, "OEE");
  const value = whole?.value ?? null;
  const now: Oee = { value, availability: null, effectiveness: null, quality: null, target: oee?.target ?? null };
  return (
    <div className="tiles">
      <div className="tile first">
        <span className="label">OEE</span>
        <strong>{format.percent(value)}</strong>
        <OeeBar value={value} target={now.target} />
        <span className="small">
          <OeeGap oee={now} />
        </span>
      </div>
      {PARTS.map((id) => {
        const kpi = kpiOf(kpis, id);
        return (
          kpi && (
            <div className="tile" key={id} title={kpi.formula}>
              <span className="label">{name(kpi.name)}</span>
              <strong>{kpiText(kpi, format)}</strong>
              <OeeBar value={kpi.value} target={null} />
              <span className="small quiet clip">{kpi.formula}</span>
            </div>
          )
        );
      })}
    </div>
  );
}
