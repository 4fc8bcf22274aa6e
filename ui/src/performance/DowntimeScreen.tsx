// SPDX-License-Identifier: Apache-2.0
// Stops waiting for a reason, made for a tablet beside the line: touch the stop, touch the reason. And the tree of reasons.
import { useState } from "react";
import { go, href, useRoute } from "../app/route";
import "../chart/chart.css";
import { path } from "../data/api";
import { useLive } from "../data/live";
import { flatten, lastCode, useOverview } from "../data/plant";
import { refreshAll, useResource } from "../data/resource";
import { type Interval, STATES, type State } from "../data/types";
import { useLanguage } from "../language";
import { Answer, Check, Panel } from "../look/parts";
import { ParetoPanel } from "./ParetoPanel";
import { PeriodPicker, usePeriod } from "./PeriodPicker";
import { StopDialog } from "./StopDialog";
import { StopList } from "./StopList";
import { boundsOf } from "./period";
import { useNow } from "../data/now";
import { ReasonsPanel } from "./ReasonsPanel";
import { useReasons } from "./reasons";
import "./performance.css";

const STOPS = STATES.filter((state) => state !== "RUNNING");

function Stops({ node, from, to, onlyOpen, state }: { node: string; from: string; to: string; onlyOpen: boolean; state: State | "" }) {
  const { t, name } = useLanguage();
  const { data: overview } = useOverview();
  const { reasonName } = useReasons();
  const [picked, setPicked] = useState<Interval>();
  const address = path("/api/intervals", { node, from, to, state, unclassified: onlyOpen || undefined });
  const stops = useResource<Interval[]>(address, 30_000);
  useLive<Interval>(node ? `line:${node}` : null, "interval", () => refreshAll("/api/intervals"));
  const names = new Map(flatten(overview?.roots ?? []).map((each) => [each.id, name(each.name)]));
  const unitName = (id: string) => {
    const line = names.get(id.slice(0, id.lastIndexOf("/")));
    const unit = names.get(id) ?? lastCode(id);
    return line ? `${line} › ${unit}` : unit;
  };
  // Time that nobody saw is no stop, unless someone asks for it.
  const isStop = (each: Interval): boolean => each.state !== "RUNNING" && (each.state !== "NOT_OBSERVED" || state === "NOT_OBSERVED");
  const total = stops.data?.filter(isStop).length ?? 0;
  return (
    <div className="downtime">
      <Panel title={onlyOpen ? t.line.unclassified : t.downtime.stops} tools={<span className="quiet count">{total || ""}</span>} flush>
        <Answer of={stops}>
          {(list) => (
            <StopList
              stops={list.filter(isStop)}
              unitName={unitName}
              reasonName={reasonName}
              onPick={setPicked}
              selected={picked && `${picked.unit} ${picked.id}`}
              limit={200}
              empty={onlyOpen ? t.line.allClassified : t.downtime.none}
            />
          )}
        </Answer>
      </Panel>
      <ParetoPanel node={node} period={{ from, to }} unitName={unitName} />
      {picked && (
        <StopDialog
          interval={picked}
          unitName={unitName(picked.unit)}
          onClose={() => setPicked(undefined)}
          onDone={() => {
            refreshAll("/api/intervals");
            refreshAll("/api/pareto");
          }}
        />
      )}
    </div>
  );
}

const REASONS = "reasons";

/** Stops of a node, or the reasons that all stops share. */
export default function DowntimeScreen() {
  const { t } = useLanguage();
  const { parameters } = useRoute();
  if (parameters.get("view") !== REASONS) return <StopsPage />;
  return (
    <div className="page">
      <div className="head">
        <h1>{t.screens.downtime}</h1>
      </div>
      <Views at={REASONS} />
      <ReasonsPanel />
    </div>
  );
}

// What follows the screen in the address is a node, so that the view is a parameter.
function Views({ at }: { at: "stops" | typeof REASONS }) {
  const { t } = useLanguage();
  const { rest } = useRoute();
  return (
    <nav className="tabs">
      <a href={href("downtime", rest)} aria-current={at === "stops" ? "page" : undefined}>
        {t.downtime.stops}
      </a>
      <a href={href("downtime", rest, { view: REASONS })} aria-current={at === REASONS ? "page" : undefined}>
        {t.reasons.title}
      </a>
    </nav>
  );
}

function StopsPage() {
  const { t, name, format } = useLanguage();
  const { rest } = useRoute();
  const { data: overview } = useOverview();
  const [onlyOpen, setOnlyOpen] = useState(true);
  const [state, setState] = useState<State | "">("");
  const chosen = usePeriod();
  const now = useNow();
  const nodes = flatten(overview?.roots ?? []).filter((node) => node.level !== "WORK_UNIT");
  const node = rest || nodes[0]?.id || "";
  // Without a period a list over many lines has no one shift: the day stands in for it.
  const today = boundsOf("today", now) ?? [now, now];
  const from = chosen.from ?? new Date(today[0]).toISOString();
  const to = chosen.to ?? new Date(today[1]).toISOString();
  const depth = (id: string) => id.split("/").length - 1;
  return (
    <div className="page">
      <div className="head">
        <h1>{t.screens.downtime}</h1>
        <select className="select" style={{ width: "auto" }} aria-label={t.app.plant} value={node} onChange={(event) => go(href("downtime", event.target.value))}>
          {nodes.map((each) => (
            <option key={each.id} value={each.id}>
              {"\u2003".repeat(depth(each.id))}
              {name(each.name)}
            </option>
          ))}
        </select>
        <Check label={t.downtime.onlyOpen} checked={onlyOpen} onChange={setOnlyOpen} />
        {!onlyOpen && (
          <select className="select" style={{ width: "auto" }} aria-label={t.line.state} value={state} onChange={(event) => setState(event.target.value as State | "")}>
            <option value="">{t.do.all}</option>
            {STOPS.map((each) => (
              <option key={each} value={each}>
                {t.state[each]}
              </option>
            ))}
          </select>
        )}
        <div className="end">
          <span className="quiet small">
            {format.moment(from)} – {format.moment(to)}
          </span>
          <PeriodPicker chosen={chosen.name === "shift" ? { ...chosen, name: "today" } : chosen} shown={{ from, to }} />
        </div>
      </div>
      <Views at="stops" />
      {node && <Stops node={node} from={from} to={to} onlyOpen={onlyOpen} state={onlyOpen ? "" : state} />}
    </div>
  );
}
