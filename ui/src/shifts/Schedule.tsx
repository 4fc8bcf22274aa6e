// SPDX-License-Identifier: Apache-2.0
// A week of shifts as they result from patterns, holidays and planned stops, and who is there now.
import { useState } from "react";
import { path } from "../data/api";
import { useNodeChoices } from "../data/choices";
import { useNow } from "../data/now";
import { useResource } from "../data/resource";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Answer, Empty, Panel } from "../look/parts";
import { mondayOf, piecesOf, plusDays } from "./days";
import { DutyPanel } from "./DutyPanel";
import type { OnShift, PlannedStop } from "./types";

const HOURS = [0, 6, 12, 18];

export function Schedule() {
  const { t, format, tag, shiftName } = useLanguage();
  const nodes = useNodeChoices();
  const now = useNow();
  const [chosen, setChosen] = useState("");
  const [week, setWeek] = useState(() => mondayOf(Date.now()));
  const node = chosen || nodes.at(0)?.value || "";
  const end = plusDays(week, 7);
  const period = { from: new Date(week).toISOString(), to: new Date(end).toISOString() };
  const schedule = useResource<OnShift[]>(node ? path("/api/shifts/schedule", { node, ...period }) : null);
  const stops = useResource<PlannedStop[]>("/api/shifts/planned-stops");
  const weekday = new Intl.DateTimeFormat(tag, { weekday: "short", month: "numeric", day: "numeric" });
  const order = [...new Set((schedule.data ?? []).map((each) => each.shift))];
  const mine = (stops.data ?? []).filter((stop) => node === stop.node || node.startsWith(`${stop.node}/`));
  if (!node) return <Empty icon="shifts" title={t.command.emptyTitle} />;
  return (
    <div className="column" style={{ gap: 16 }}>
      <Panel
        title={`${format.date(week)} – ${format.date(plusDays(week, 6))}`}
        tools={
          <>
            <select className="select" style={{ width: "auto", maxWidth: 320 }} aria-label={t.shifts.node} value={node} onChange={(event) => setChosen(event.target.value)}>
              {nodes.map((each) => (
                <option key={each.value} value={each.value}>
                  {each.text}
                </option>
              ))}
            </select>
            <div className="row">
              <button className="button square" aria-label={t.period.before} onClick={() => setWeek(plusDays(week, -7))}>
                <Icon name="left" />
              </button>
              <button className="button" onClick={() => setWeek(mondayOf(now))}>
                {t.shifts.thisWeek}
              </button>
              <button className="button square" aria-label={t.period.after} onClick={() => setWeek(plusDays(week, 7))}>
                <Icon name="right" />
              </button>
            </div>
          </>
        }
      >
        <Answer of={schedule} height={280}>
          {(shifts) => (
            <div className="week">
              <div className="hours" aria-hidden="true">
                {HOURS.map((hour) => (
                  <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
                    {String(hour).padStart(2, "0")}:00
                  </span>
                ))}
              </div>
              {Array.from({ length: 7 }, (_, index) => plusDays(week, index)).map((day) => {
                const today = now >= day && now < plusDays(day, 1);
                return (
                  <div key={day} className={`day ${today ? "today" : ""}`}>
                    <span className="name">{weekday.format(day)}</span>
                    <div className="lane">
                      {piecesOf(shifts, day).map((piece) => (
                        <span
                          key={`${piece.shift.from} ${piece.shift.shift}`}
                          className={`shift tone-${order.indexOf(piece.shift.shift) % 3}`}
                          style={{ left: `${piece.from * 100}%`, width: `calc(${(piece.to - piece.from) * 100}% - 2px)` }}
                          title={`${shiftName(piece.shift.shift)} ${shiftName(piece.shift.crew)} · ${format.timeOfDay(piece.shift.from)} – ${format.timeOfDay(piece.shift.to)}${piece.shift.persons.length ? ` · ${piece.shift.persons.join(", ")}` : ""}`}
                        >
                          <b>{shiftName(piece.shift.shift)}</b> {shiftName(piece.shift.crew)}
                        </span>
                      ))}
                      {piecesOf(
                        mine.map((stop) => ({ businessDate: "", shift: stop.reason, crew: "", from: stop.from, to: stop.to, persons: [] })),
                        day,
                      ).map((piece) => (
                        <span
                          key={`stop ${piece.shift.from}`}
                          className="stop"
                          style={{ left: `${piece.from * 100}%`, width: `${(piece.to - piece.from) * 100}%` }}
                          title={`${t.state.PLANNED_STOP}: ${piece.shift.shift}`}
                        />
                      ))}
                      {today && <i className="now" style={{ left: `${((now - day) / 86_400_000) * 100}%` }} />}
                    </div>
                  </div>
                );
              })}
              {shifts.length === 0 && <p className="quiet">{t.shifts.noSchedule}</p>}
            </div>
          )}
        </Answer>
      </Panel>
      <DutyPanel node={node} />
    </div>
  );
}
