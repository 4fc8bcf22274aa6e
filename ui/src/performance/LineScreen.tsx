// SPDX-License-Identifier: Apache-2.0
// One line: its machines in flow order, the shift as a timeline, and where the time went.
import { useCallback, useMemo, useState } from "react";
import { useRoute } from "../app/route";
import { Timeline } from "../chart/Timeline";
import { Waterfall } from "../chart/Waterfall";
import type { Range } from "../chart/scale";
import "../chart/chart.css";
import { path } from "../data/api";
import { useLive } from "../data/live";
import { lastCode } from "../data/plant";
import { refresh, replace, useResource } from "../data/resource";
import type { Interval, LineUnit, LineView } from "../data/types";
import { useLanguage } from "../language";
import { Answer, Panel } from "../look/parts";
import { ConnectionText, StateText } from "../look/State";
import { Since } from "../live/Since";
import { OnShift } from "../live/LineCard";
import { Flow } from "./Flow";
import { LinePicker } from "./LinePicker";
import { ParetoPanel } from "./ParetoPanel";
import { PeriodPicker, usePeriod } from "./PeriodPicker";
import { StopDialog } from "./StopDialog";
import { StopList } from "./StopList";
import { Tiles } from "./Tiles";
import { mergeInterval } from "./intervals";
import { useReasons } from "./reasons";
import "./performance.css";

function Shown({ view, address, node, live }: { view: LineView; address: string; node: string; live: boolean }) {
  const { t, name } = useLanguage();
  const { reasonName } = useReasons();
  const [zoom, setZoom] = useState<Range>();
  const [picked, setPicked] = useState<Interval>();
  const whole = useMemo(() => ({ from: Date.parse(view.period.from), to: Date.parse(view.period.to) }), [view.period]);
  const rows = useMemo(
    () => view.units.map((unit) => ({ id: unit.id, label: name(unit.name) || lastCode(unit.id), intervals: unit.timeline ?? [] })),
    [view.units, name],
  );
  useLive<{ node: string; units: LineUnit[] }>(live ? `line:${node}` : null, "line", (event) => {
    if (event.node !== node) return;
    replace<LineView>(address, (old) => old && { ...old, units: withFresh(old.units, event.units) });
  });
  useLive<Interval>(live ? `line:${node}` : null, "interval", (interval) => {
    replace<LineView>(address, (old) => old && withInterval(old, interval));
  });
  const unitName = useCallback((id: string) => rows.find((row) => row.id === id)?.label ?? lastCode(id), [rows]);
  return (
    <>
      <Tiles kpis={view.kpis} oee={view.node.oee} />
      <Panel title={t.line.flow} flush>
        <Flow units={view.units} reasonName={reasonName} />
      </Panel>
      <Panel
        title={t.line.timeline}
        tools={
          zoom && (
            <button className="button tiny" onClick={() => setZoom(undefined)}>
              {t.chart.whole}
            </button>
          )
        }
      >
        <Timeline rows={rows} range={zoom ?? whole} onRange={setZoom} onPick={setPicked} reasonName={reasonName} />
      </Panel>
      <div className="two">
        <Panel title={t.line.waterfall} tools={<span className="quiet small count">{t.line.machineHours(view.units.length)}</span>}>
          <Waterfall steps={view.waterfall} />
        </Panel>
        <div className="column" style={{ gap: 16 }}>
          <ParetoPanel node={node} period={view.period} byReason={view.pareto} unitName={unitName} />
          <Panel title={t.line.unclassified} tools={<span className="quiet count">{view.unclassified.length || ""}</span>} flush>
            <StopList stops={view.unclassified} unitName={unitName} reasonName={reasonName} onPick={setPicked} limit={8} empty={t.line.allClassified} />
          </Panel>
        </div>
      </div>
      {picked && (
        <StopDialog interval={picked} unitName={unitName(picked.unit)} onClose={() => setPicked(undefined)} onDone={() => void refresh(address)} />
      )}
    </>
  );
}

function withFresh(old: LineUnit[], fresh: LineUnit[]): LineUnit[] {
  const byId = new Map(fresh.map((unit) => [unit.id, unit]));
  return old.map((unit) => ({ ...unit, ...byId.get(unit.id), timeline: unit.timeline ?? [] }));
}

function withInterval(old: LineView, interval: Interval): LineView {
  if (!old.units.some((unit) => unit.id === interval.unit)) return old;
  return {
    ...old,
    units: old.units.map((unit) => (unit.id === interval.unit ? { ...unit, timeline: mergeInterval(unit.timeline ?? [], interval) } : unit)),
  };
}

export default function LineScreen() {
  const { name, shiftName, format } = useLanguage();
  const { rest: node } = useRoute();
  const chosen = usePeriod();
  const address = node ? path("/api/line", { node, from: chosen.from, to: chosen.to }) : null;
  const live = chosen.name === "shift" || chosen.name === "today";
  const view = useResource<LineView>(address, live ? 30_000 : undefined);
  if (!node || address === null) return <LinePicker />;
  const { data } = view;
  return (
    <div className="page">
      <div className="head">
        <h1>{data ? name(data.node.name) : lastCode(node)}</h1>
        {data && (
          <>
            <StateText state={data.node.state} strong />
            <span className="second">
              <Since at={data.node.since} />
            </span>
            {data.node.connection !== "ONLINE" && <ConnectionText connection={data.node.connection} />}
            <OnShift node={data.node} />
          </>
        )}
        <div className="end">
          {data && (
            <span className="quiet small">
              {shiftName(data.period.shift)} {format.moment(data.period.from)} – {format.moment(data.period.to)}
            </span>
          )}
          <PeriodPicker chosen={chosen} shown={data?.period} />
        </div>
      </div>
      <Answer of={view} height={480}>
        {(data) => <Shown key={`${node} ${chosen.name}`} view={data} address={address} node={node} live={live} />}
      </Answer>
    </div>
  );
}

