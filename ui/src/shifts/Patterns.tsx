// SPDX-License-Identifier: Apache-2.0
// Patterns go round: 三班两运转 is a cycle of three days in which two crews work and one rests.
import { useState } from "react";
import { call } from "../data/api";
import { refreshAll, useResource } from "../data/resource";
import { useMay } from "../data/session";
import { useLanguage } from "../language";
import { FormDialog, textIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Answer, Empty, Panel } from "../look/parts";
import type { Pattern, Slot } from "./types";

const hhmm = (time: string): string => time.slice(0, 5);
const FRESH: Pattern = { code: "", name: "", anchor: new Date().toISOString().slice(0, 10), cycle: [[]] };
const SLOT: Slot = { shift: "", crew: "", startDayOffset: 0, start: "08:00", end: "20:00", breaks: [] };

function CycleTable({ pattern }: { pattern: Pattern }) {
  const { t, shiftName } = useLanguage();
  return (
    <ol className="cycle">
      {pattern.cycle.map((day, index) => (
        <li key={index}>
          <span className="quiet small">{t.shifts.day(index + 1)}</span>
          {day.length === 0 && <span className="quiet">{t.shifts.rest}</span>}
          {day.map((slot, at) => (
            <span key={at} className="slot">
              <b>{shiftName(slot.shift)}</b> {shiftName(slot.crew)}
              <span className="small second">
                {hhmm(slot.start)}–{hhmm(slot.end)}
              </span>
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

export function Patterns() {
  const { t, format, shiftName } = useLanguage();
  const may = useMay();
  const patterns = useResource<Pattern[]>("/api/shifts/patterns");
  const [picked, setPicked] = useState<Pattern>();
  return (
    <>
      <Answer of={patterns}>
        {(list) => (
          <div className="column" style={{ gap: 16 }}>
            {may("MANAGE_SHIFTS") && (
              <button className="button" style={{ alignSelf: "flex-end" }} onClick={() => setPicked(FRESH)}>
                <Icon name="add" />
                {t.do.add}
              </button>
            )}
            {list.length === 0 && <Empty icon="shifts" title={t.shifts.noPatterns} />}
            <div className="patterns">
              {list.map((pattern) => (
                <Panel
                  key={pattern.code}
                  title={shiftName(pattern.name) || pattern.code}
                  tools={
                    <>
                      <span className="quiet small">
                        {t.shifts.cycleOf(pattern.cycle.length)} · {t.shifts.anchor} {format.date(`${pattern.anchor}T00:00`)}
                      </span>
                      {may("MANAGE_SHIFTS") && (
                        <button className="button bare tiny" onClick={() => setPicked(pattern)}>
                          <Icon name="edit" />
                          {t.do.edit}
                        </button>
                      )}
                    </>
                  }
                >
                  <CycleTable pattern={pattern} />
                </Panel>
              ))}
            </div>
          </div>
        )}
      </Answer>
      {picked && <PatternForm key={picked.code} pattern={picked} onClose={() => setPicked(undefined)} />}
    </>
  );
}

function PatternForm({ pattern, onClose }: { pattern: Pattern; onClose: () => void }) {
  const { t } = useLanguage();
  const [cycle, setCycle] = useState(pattern.cycle);
  const fresh = pattern.code === "";
  const changed = () => refreshAll("/api/shifts");
  const setDay = (index: number, day: Slot[]) => setCycle(cycle.map((each, at) => (at === index ? day : each)));
  const setSlot = (index: number, at: number, change: Partial<Slot>) =>
    setDay(index, (cycle[index] ?? []).map((slot, place) => (place === at ? { ...slot, ...change } : slot)));
  return (
    <FormDialog
      wide
      title={fresh ? t.shifts.newPattern : pattern.name || pattern.code}
      fields={[
        ...(fresh ? [{ key: "code", label: t.equipment.code, required: true, mono: true } as const] : []),
        { key: "name", label: t.equipment.name, required: true },
        { key: "anchor", label: t.shifts.anchor, kind: "date", required: true },
      ]}
      values={{ code: pattern.code, name: pattern.name, anchor: pattern.anchor }}
      onSave={async (now) => {
        const body = { code: pattern.code || textIn(now, "code"), name: textIn(now, "name"), anchor: textIn(now, "anchor"), cycle };
        if (fresh) await call("POST", "/api/shifts/patterns", body);
        else await call("PUT", `/api/shifts/patterns/${encodeURIComponent(pattern.code)}`, body);
        changed();
      }}
      onRemove={
        fresh
          ? undefined
          : async () => {
              await call("DELETE", `/api/shifts/patterns/${encodeURIComponent(pattern.code)}`);
              changed();
            }
      }
      onClose={onClose}
    >
      {() => (
        <div className="column" style={{ gap: 12 }}>
          {cycle.map((day, index) => (
            <section key={index} className="day-form">
              <div className="row">
                <h3 className="grow">{t.shifts.day(index + 1)}</h3>
                <button type="button" className="button bare tiny" onClick={() => setDay(index, [...day, { ...SLOT, ...(day.at(-1) ? { start: day.at(-1)?.end ?? "20:00", end: day.at(-1)?.start ?? "08:00" } : {}) }])}>
                  <Icon name="add" />
                  {t.shifts.addShift}
                </button>
                <button type="button" className="button bare tiny" disabled={cycle.length === 1} onClick={() => setCycle(cycle.filter((_, at) => at !== index))}>
                  <Icon name="remove" />
                </button>
              </div>
              {day.map((slot, at) => (
                <div key={at} className="row">
                  <input className="input" placeholder={t.shifts.shift} aria-label={t.shifts.shift} value={slot.shift} onChange={(event) => setSlot(index, at, { shift: event.target.value })} />
                  <input className="input" placeholder={t.shifts.crew} aria-label={t.shifts.crew} value={slot.crew} onChange={(event) => setSlot(index, at, { crew: event.target.value })} />
                  <input className="input" type="time" aria-label={t.period.from} value={hhmm(slot.start)} onChange={(event) => setSlot(index, at, { start: event.target.value })} />
                  <input className="input" type="time" aria-label={t.period.to} value={hhmm(slot.end)} onChange={(event) => setSlot(index, at, { end: event.target.value })} />
                  <button type="button" className="button bare square" aria-label={t.do.remove} onClick={() => setDay(index, day.filter((_, place) => place !== at))}>
                    <Icon name="remove" />
                  </button>
                </div>
              ))}
            </section>
          ))}
          <button type="button" className="button tiny" style={{ alignSelf: "flex-start" }} onClick={() => setCycle([...cycle, []])}>
            <Icon name="add" />
            {t.shifts.addDay}
          </button>
        </div>
      )}
    </FormDialog>
  );
}
