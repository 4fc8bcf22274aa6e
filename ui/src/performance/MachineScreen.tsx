// SPDX-License-Identifier: Apache-2.0
// One machine: what it says now, how that went, what it was doing, and what that comes to.
import { Suspense, lazy, useMemo, useState } from "react";
import { useRoute } from "../app/route";
import { Waterfall } from "../chart/Waterfall";
import "../chart/chart.css";
import { path } from "../data/api";
import { useLive } from "../data/live";
import { lastCode, useNodeName } from "../data/plant";
import { refreshAll, replace, useResource } from "../data/resource";
import type { Interval, PropertyValue, Quality, UnitView } from "../data/types";
import type { PropertyRole, Register } from "../equipment/types";
import { useLanguage } from "../language";
import { Answer, Panel, Skeleton } from "../look/parts";
import { ConnectionText, StateText } from "../look/State";
import { Since } from "../live/Since";
import { KpiTable } from "./KpiTable";
import { LinePicker } from "./LinePicker";
import { LiveValues, isNumeric } from "./LiveValues";
import { ParetoPanel } from "./ParetoPanel";
import { PeriodPicker, usePeriod } from "./PeriodPicker";
import { StopDialog } from "./StopDialog";
import { StopList } from "./StopList";
import { Tiles } from "./Tiles";
import { mergeInterval } from "./intervals";
import { useReasons } from "./reasons";
import "./performance.css";

const TrendPanel = lazy(() => import("./TrendPanel"));

type Values = { unit: string; values: [tag: number, at: number, value: unknown, quality: Quality][] };

function withValues(view: UnitView, { values }: Values): UnitView {
  const fresh = new Map(values.map((each) => [each[0], each]));
  return {
    ...view,
    properties: view.properties.map((property) => {
      const hit = property.tag === null ? undefined : fresh.get(property.tag);
      return hit ? { ...property, time: new Date(hit[1]).toISOString(), value: hit[2], quality: hit[3] } : property;
    }),
  };
}

const TELLING: PropertyRole[] = ["SPEED", "PROCESS", "POWER", "TOTAL", "GOOD"];

/** The two values that tell most at first sight: by their role, speed before process values. */
function firstTags(properties: readonly PropertyValue[], roles: ReadonlyMap<string, PropertyRole>): number[] {
  const rank = (property: PropertyValue): number => {
    const at = TELLING.indexOf(roles.get(property.property) ?? "INFORMATION");
    return at < 0 ? TELLING.length : at;
  };
  return properties
    .filter(isNumeric)
    .sort((a, b) => rank(a) - rank(b))
    .map((each) => each.tag)
    .filter((tag) => tag !== null)
    .slice(0, 2);
}

type Meaning = { roles: ReadonlyMap<string, PropertyRole>; packml: ReadonlySet<string> };

/** What each property of the machine is for, by the class it belongs to. */
function useMeaning(node: string): Meaning | undefined {
  const { data, error } = useResource<Register>("/api/equipment");
  return useMemo(() => {
    if (!data && !error) return undefined;
    const code = data?.nodes.find((each) => each.path === node)?.classCode;
    const found = data?.classes.find((each) => each.code === code);
    return {
      roles: new Map(found?.properties.map((each) => [each.property, each.role])),
      packml: new Set(found?.rules.filter((each) => each.test === "PACKML").map((each) => each.property)),
    };
  }, [data, error, node]);
}

const NONE: ReadonlySet<string> = new Set();

function Shown({ view, node, address }: { view: UnitView; node: string; address: string }) {
  const { t, name } = useLanguage();
  const { reasonName } = useReasons();
  const [picked, setPicked] = useState<Interval>();
  const meaning = useMeaning(node);
  const [chosen, setTags] = useState<number[]>();
  const telling = useMemo(() => (meaning ? firstTags(view.properties, meaning.roles) : []), [meaning, view.properties]);
  const tags = chosen ?? telling;
  const nodeName = useNodeName();
  const toggle = (tag: number) => setTags(tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag].slice(-6));
  const unitName = (id: string) => name(id === node ? view.node.name : nodeName(id)?.name) || lastCode(id);
  const first = view.intervals[0];
  const period = {
    from: new URLSearchParams(address.split("?")[1]).get("from") ?? first?.from ?? view.node.since ?? new Date().toISOString(),
    to: new URLSearchParams(address.split("?")[1]).get("to") ?? new Date(Math.ceil(Date.now() / 60_000) * 60_000).toISOString(),
  };
  const stops = view.intervals.filter((each) => each.state !== "RUNNING" && each.state !== "NOT_OBSERVED");
  return (
    <>
      <Tiles kpis={view.kpis} oee={view.node.oee} />
      <div className="machine">
        <div className="column">
          <Suspense fallback={<Skeleton height={360} />}>
            <TrendPanel unit={node} properties={view.properties} tags={tags} onRemove={toggle} onPick={setPicked} reasonName={reasonName} />
          </Suspense>
          <div className="two">
            <Panel title={t.line.waterfall}>
              <Waterfall steps={view.waterfall} />
            </Panel>
            <ParetoPanel node={node} period={period} />
          </div>
          <KpiTable kpis={view.kpis} node={node} period={period} unitName={unitName} reasonName={reasonName} onPick={setPicked} />
        </div>
        <div className="column">
          <LiveValues properties={view.properties} tags={tags} packml={meaning?.packml ?? NONE} onToggle={toggle} />
          <Panel title={t.machine.stops} flush>
            <StopList stops={stops} unitName={unitName} reasonName={reasonName} onPick={setPicked} limit={10} empty={t.downtime.none} />
          </Panel>
        </div>
      </div>
      {picked && (
        <StopDialog
          interval={picked}
          unitName={unitName(picked.unit)}
          onClose={() => setPicked(undefined)}
          onDone={() => {
            refreshAll("/api/unit");
            refreshAll("/api/intervals");
          }}
        />
      )}
    </>
  );
}

export default function MachineScreen() {
  const { name, format } = useLanguage();
  const { rest: node } = useRoute();
  const chosen = usePeriod();
  const live = chosen.name === "shift" || chosen.name === "today";
  const address = node ? path("/api/unit", { node, from: chosen.from, to: chosen.to }) : null;
  const view = useResource<UnitView>(address, live ? 5000 : undefined);
  useLive<Values>(address ? `unit:${node}` : null, "values", (event) => {
    if (address && event.unit === node) replace<UnitView>(address, (old) => old && withValues(old, event));
  });
  useLive<Interval>(address && live ? `unit:${node}` : null, "interval", (interval) => {
    if (address && interval.unit === node)
      replace<UnitView>(address, (old) => old && { ...old, intervals: mergeInterval(old.intervals, interval) });
  });
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
            <ConnectionText connection={data.node.connection} />
            {data.node.product && <span className="tag">{data.node.product}</span>}
          </>
        )}
        <div className="end">
          {chosen.from && chosen.to && (
            <span className="quiet small">
              {format.moment(chosen.from)} – {format.moment(chosen.to)}
            </span>
          )}
          <PeriodPicker
            chosen={chosen}
            shown={data?.intervals[0] && { from: data.intervals[0].from, to: data.intervals.at(-1)?.to ?? new Date().toISOString() }}
          />
        </div>
      </div>
      <Answer of={view} height={480}>
        {(data) => <Shown key={node} view={data} node={node} address={address} />}
      </Answer>
    </div>
  );
}
