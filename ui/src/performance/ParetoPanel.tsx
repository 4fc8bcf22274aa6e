// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { Pareto } from "../chart/Pareto";
import { path } from "../data/api";
import { useResource } from "../data/resource";
import type { ParetoBar, ParetoBy, Period } from "../data/types";
import { useLanguage } from "../language";
import { Answer, Panel, Segments } from "../look/parts";

const BY: ParetoBy[] = ["reason", "loss", "unit"];

export function ParetoPanel(props: { node: string; period: Period; byReason?: ParetoBar[]; unitName?: (id: string) => string }) {
  const { t } = useLanguage();
  const [by, setBy] = useState<ParetoBy>("reason");
  const { from, to } = props.period;
  const given = by === "reason" ? props.byReason : undefined;
  const fetched = useResource<ParetoBar[]>(given ? null : path("/api/pareto", { node: props.node, from, to, by }));
  const label = (bar: ParetoBar): string | undefined => {
    if (by === "loss" && bar.key in t.loss) return t.loss[bar.key as keyof typeof t.loss];
    if (by === "unit" && props.unitName) return props.unitName(bar.key);
    return undefined;
  };
  const draw = (bars: ParetoBar[]) => <Pareto bars={bars} label={(bar) => label(bar) ?? ""} />;
  return (
    <Panel
      title={t.line.pareto}
      tools={<Segments label={t.line.paretoBy} value={by} onChange={setBy} choices={BY.map((value) => ({ value, text: t.line.by[value] }))} />}
    >
      {given ? draw(given) : <Answer of={fetched}>{draw}</Answer>}
    </Panel>
  );
}
