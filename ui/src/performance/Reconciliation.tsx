// SPDX-License-Identifier: Apache-2.0
// Two tables tell of the same days and disagree: both are shown, and a person says which one counts.
import { useState } from "react";
import { href, setParameters, useRoute } from "../app/route";
import { call, path } from "../data/api";
import { useUnitChoices } from "../data/choices";
import { refreshAll, useResource } from "../data/resource";
import { useMay } from "../data/session";
import { useLanguage } from "../language";
import { refusalsIn } from "../look/FormDialog";
import { Answer, Check, Empty, Panel } from "../look/parts";
import { say } from "../look/Toasts";
import "./performance.css";

type Source = "DAY" | "EVENTS";

type Day = {
  date: string;
  dayRows: number;
  monitoredSeconds: number;
  runningSeconds: number;
  stoppedSeconds: number;
  units: number;
  events: number;
  eventStopSeconds: number;
  eventStopInsideSeconds: number;
  hourStoppedSeconds: number | null;
  differenceSeconds: number;
  agrees: boolean;
  notes: string[];
  availabilityByDay: number | null;
  availabilityByEvents: number | null;
  source: Source;
  decidedBy: string | null;
};

type View = {
  node: string;
  monitoredSeconds: number;
  runningSeconds: number;
  units: number;
  availabilityByDay: number | null;
  availabilityByEvents: number | null;
  disagreeing: number;
  twice: string[];
  days: Day[];
};

const ADDRESS = "/api/performance/reconciliation";

export function Reconciliation() {
  const { t } = useLanguage();
  const units = useUnitChoices();
  const { parameters } = useRoute();
  const node = parameters.get("node") ?? "";
  const view = useResource<View>(node ? path(ADDRESS, { node }) : null);
  return (
    <div className="column" style={{ gap: 16 }}>
      <select className="select" style={{ maxWidth: 420 }} aria-label={t.level.WORK_UNIT} value={node} onChange={(event) => setParameters({ node: event.target.value })}>
        <option value="">{t.do.choose}</option>
        {units.map((each) => (
          <option key={each.value} value={each.value} disabled={each.disabled ?? false}>
            {each.text}
          </option>
        ))}
      </select>
      {!node && <Empty icon="equipment">{t.days.choose}</Empty>}
      {node && <Answer of={view}>{(told) => (told.days.length ? <Days key={node} view={told} onDone={view.reload} /> : <NoDays />)}</Answer>}
    </div>
  );
}

function NoDays() {
  const { t } = useLanguage();
  return (
    <Empty icon="upload" title={t.days.none}>
      <p>{t.days.noneMaybe}</p>
      <a className="button" href={href("equipment", "history")}>
        {t.equipment.tabs.history}
      </a>
    </Empty>
  );
}

function Days({ view, onDone }: { view: View; onDone: () => void }) {
  const { t, format } = useLanguage();
  const may = useMay();
  const [only, setOnly] = useState(view.disagreeing > 0);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const days = only ? view.days.filter((day) => !day.agrees) : view.days;
  const hours = (seconds: number | null) => (seconds === null ? "–" : format.number(seconds / 3600, 3));
  const decide = async (source: Source) => {
    try {
      await call("PUT", ADDRESS, { node: view.node, dates: [...picked], source });
      say(t.say.saved);
      setPicked(new Set());
      onDone();
      for (const each of ["/api/overview", "/api/line", "/api/unit", "/api/intervals"]) refreshAll(each);
    } catch (error) {
      say(refusalsIn(error)[0]?.message ?? t.say.failed);
    }
  };
  const toggle = (date: string) => setPicked((old) => (old.has(date) ? new Set([...old].filter((each) => each !== date)) : new Set([...old, date])));
  const facts: [string, string][] = [
    [t.days.monitored, `${hours(view.monitoredSeconds)} h`],
    [t.days.running, `${hours(view.runningSeconds)} h`],
    [t.days.units, format.number(view.units)],
    [t.days.byDay, format.percent(view.availabilityByDay, 2)],
    [t.days.byEvents, format.percent(view.availabilityByEvents, 2)],
    [t.days.disagreeing, `${view.disagreeing} / ${view.days.length}`],
    [t.days.twice, view.twice.length ? view.twice.map((date) => format.date(`${date}T00:00`)).join(", ") : t.say.none],
  ];
  return (
    <>
      <Panel>
        <dl className="facts">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel
        title={t.days.title}
        flush
        tools={
          <>
            {picked.size > 0 && <span className="second">{t.days.picked(picked.size)}</span>}
            <Check label={t.days.only} checked={only} onChange={setOnly} />
            {may("ENGINEER") && (
              <>
                <button className="button" disabled={picked.size === 0} onClick={() => void decide("DAY")}>
                  {t.days.take.DAY}
                </button>
                <button className="button" disabled={picked.size === 0} onClick={() => void decide("EVENTS")}>
                  {t.days.take.EVENTS}
                </button>
              </>
            )}
          </>
        }
      >
        <div className="scroll">
          <table className="table days">
            <thead>
              <tr>
                <th rowSpan={2} style={{ width: 32 }}>
                  <input
                    type="checkbox"
                    aria-label={t.do.all}
                    checked={days.length > 0 && days.every((day) => picked.has(day.date))}
                    onChange={(event) => setPicked(event.target.checked ? new Set(days.map((day) => day.date)) : new Set())}
                  />
                </th>
                <th rowSpan={2}>{t.shifts.date}</th>
                <th rowSpan={2}>{t.days.counts}</th>
                <th rowSpan={2} className="number">
                  {t.days.monitored}, h
                </th>
                <th colSpan={3} className="over">
                  {t.days.stops}, h
                </th>
                <th colSpan={2} className="over">
                  {t.kpi.availability}
                </th>
                <th rowSpan={2} className="number">
                  {t.days.units}
                </th>
              </tr>
              <tr>
                <th className="number">{t.days.source.DAY}</th>
                <th className="number">{t.days.source.EVENTS}</th>
                <th className="number">{t.days.difference}</th>
                <th className="number">{t.days.source.DAY}</th>
                <th className="number">{t.days.source.EVENTS}</th>
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day.date} aria-selected={picked.has(day.date)} onClick={() => toggle(day.date)} tabIndex={-1}>
                  <td>
                    <input type="checkbox" aria-label={day.date} checked={picked.has(day.date)} onChange={() => toggle(day.date)} onClick={(event) => event.stopPropagation()} />
                  </td>
                  <td>
                    <div className="nowrap">
                      {format.date(`${day.date}T00:00`)} {day.dayRows > 1 && <span className="tag warn">{day.dayRows}×</span>}
                    </div>
                    {day.notes.length > 0 && <div className="small quiet">{day.notes.map((note) => t.days.notes[note] ?? note).join(" · ")}</div>}
                  </td>
                  <td>
                    <span className={`tag ${day.decidedBy ? "chosen" : ""}`}>{t.days.source[day.source]}</span>
                    {day.decidedBy && <div className="small quiet">{day.decidedBy}</div>}
                  </td>
                  <td className="number">{hours(day.monitoredSeconds)}</td>
                  <td className="number">{hours(day.stoppedSeconds)}</td>
                  <td className="number">
                    {hours(day.eventStopSeconds)} <span className="quiet">({day.events})</span>
                  </td>
                  <td className="number">{day.agrees ? <span className="quiet">{hours(day.differenceSeconds)}</span> : <strong className="oee-gap below">{hours(day.differenceSeconds)}</strong>}</td>
                  <td className="number">{format.percent(day.availabilityByDay, 2)}</td>
                  <td className="number">{format.percent(day.availabilityByEvents, 2)}</td>
                  <td className="number">{format.number(day.units)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {days.length === 0 && <Empty>{t.days.allAgree}</Empty>}
      </Panel>
    </>
  );
}
