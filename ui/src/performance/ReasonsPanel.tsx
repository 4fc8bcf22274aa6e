// SPDX-License-Identifier: Apache-2.0
// The tree of downtime reasons: everybody reads it, an engineer changes it.
import { type KeyboardEvent, useRef, useState } from "react";
import { matches } from "../app/match";
import { call, path } from "../data/api";
import { refresh, refreshAll, replace, useResource } from "../data/resource";
import type { Refusal } from "../data/types";
import { ImportPanel } from "../equipment/ImportPanel";
import type { Register } from "../equipment/types";
import { useLanguage } from "../language";
import { refusalsIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Answer, Dialog, Empty, Panel, Refusals } from "../look/parts";
import { StateText } from "../look/State";
import { say } from "../look/Toasts";
import { ReasonForm } from "./ReasonForm";
import { type EditedReason, type Editing, type ReasonList, type ReasonRow, lossOf, moved, rowsFor } from "./reasonEdit";

const ADDRESS = "/api/reasons/tree";

function freshBelow(parent: EditedReason | undefined): EditedReason {
  const state = parent?.state ?? "BREAKDOWN";
  return { code: "", parent: parent?.code ?? null, name: { en: "", zh: "" }, state, loss: lossOf(state), machineCodes: [], classes: parent?.classes ?? [], active: true };
}

function focusOn(row: Element | null): void {
  if (row instanceof HTMLElement) row.focus();
}

export function ReasonsPanel() {
  const list = useResource<ReasonList>(ADDRESS);
  return <Answer of={list}>{(data) => <Tree list={data} />}</Answer>;
}

function Tree({ list }: { list: ReasonList }) {
  const { t, name } = useLanguage();
  const register = useResource<Register>("/api/equipment").data;
  const [search, setSearch] = useState("");
  const [type, setType] = useState("");
  const [editing, setEditing] = useState<Editing>();
  const [importing, setImporting] = useState(false);
  const [refusals, setRefusals] = useState<Refusal[]>();
  const table = useRef<HTMLTableSectionElement>(null);
  const classes = register?.classes ?? [];
  const className = (code: string) => name(classes.find((each) => each.code === code)?.name) || code;
  const known = [...new Set([...classes.map((each) => each.code), ...list.reasons.flatMap((each) => each.classes)])].sort((a, b) => className(a).localeCompare(className(b)));
  const text = ({ reason }: ReasonRow) => `${reason.code} ${reason.name.en} ${reason.name.zh} ${reason.machineCodes.join(" ")}`;
  const rows = rowsFor(list.reasons, type).filter((row) => matches(text(row), search));
  // Among filtered rows a step would seem to do nothing, or too much.
  const ordered = list.editable && !type && !search;

  const save = async (reasons: EditedReason[]) => {
    try {
      const now = await call<ReasonList>("PUT", ADDRESS, { version: list.version, reasons });
      replace<ReasonList>(ADDRESS, () => now);
      refreshAll("/api/reasons?");
      void refresh("/api/reasons");
    } catch (error) {
      // Whoever was faster is seen behind the window; what was typed stays in it.
      void refresh(ADDRESS);
      throw error;
    }
  };
  const move = async (code: string, by: -1 | 1) => {
    setRefusals(undefined);
    try {
      await save(moved(list.reasons, code, by));
      requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`[data-code="${CSS.escape(code)}"]`)?.focus());
    } catch (error) {
      setRefusals(refusalsIn(error));
    }
  };
  const onKey = (event: KeyboardEvent<HTMLTableRowElement>, row: ReasonRow) => {
    if (event.target !== event.currentTarget) return;
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (event.key === "Enter" && list.editable) setEditing({ reason: row.reason, fresh: false });
    else if (by !== 0 && event.altKey && ordered) void move(row.reason.code, by);
    else if (by !== 0) focusOn(by < 0 ? event.currentTarget.previousElementSibling : event.currentTarget.nextElementSibling);
    else return;
    event.preventDefault();
  };
  return (
    <Panel
      title={t.reasons.title}
      flush
      className="reason-tree"
      tools={
        <>
          <select className="select" style={{ width: "auto" }} aria-label={t.equipment.class} value={type} onChange={(event) => setType(event.target.value)}>
            <option value="">{t.reasons.allClasses}</option>
            {known.map((code) => (
              <option key={code} value={code}>
                {className(code)}
              </option>
            ))}
          </select>
          <input className="input" style={{ width: 160 }} type="search" placeholder={t.do.search} aria-label={t.do.search} value={search} onChange={(event) => setSearch(event.target.value)} />
          <a className="button" href={path("/api/reasons.csv", { class: type })} download="reasons.csv">
            <Icon name="download" />
            {t.files.export}
          </a>
          {list.editable && (
            <>
              <button className="button" onClick={() => setImporting(true)}>
                <Icon name="upload" />
                {t.files.import}
              </button>
              <button className="button main" onClick={() => setEditing({ reason: freshBelow(undefined), fresh: true })}>
                <Icon name="add" />
                {t.do.add}
              </button>
            </>
          )}
        </>
      }
    >
      {refusals && <Refusals refusals={refusals} />}
      {rows.length === 0 ? (
        <Empty>{t.app.nothingFound}</Empty>
      ) : (
        <div className="scroll">
          <table className="table">
            <thead>
              <tr>
                <th>{t.equipment.name}</th>
                <th>{t.reasons.bookedAs}</th>
                <th>{t.reasons.loss}</th>
                <th>{t.reasons.classes}</th>
                <th className="number">{t.reasons.machineCodes}</th>
                <th>{t.reasons.use}</th>
                {list.editable && <th />}
              </tr>
            </thead>
            <tbody ref={table}>
              {rows.map((row) => (
                <tr
                  key={row.reason.code}
                  data-code={row.reason.code}
                  className={row.off ? "off" : undefined}
                  tabIndex={list.editable ? 0 : undefined}
                  onClick={list.editable ? () => setEditing({ reason: row.reason, fresh: false }) : undefined}
                  onKeyDown={(event) => onKey(event, row)}
                >
                  <td style={{ paddingLeft: 12 + row.depth * 24 }}>
                    <span className={row.depth === 0 ? "strong" : undefined}>{name(row.reason.name)}</span> <span className="small quiet mono">{row.reason.code}</span>
                  </td>
                  <td>
                    <StateText state={row.reason.state} />
                  </td>
                  <td className="second">{row.reason.loss ? t.loss[row.reason.loss] : "–"}</td>
                  <td className="second">{row.reason.classes.length ? row.reason.classes.map(className).join(", ") : t.reasons.allClasses}</td>
                  <td className="number mono second">{row.reason.machineCodes.join(", ")}</td>
                  <td className="second">{row.reason.active ? t.reasons.on : t.reasons.off}</td>
                  {list.editable && (
                    <td className="right nowrap" onClick={(event) => event.stopPropagation()}>
                      {ordered && (
                        <>
                          <Tool icon="up" label={t.reasons.up} of={name(row.reason.name)} disabled={row.first} onClick={() => void move(row.reason.code, -1)} />
                          <Tool icon="down" label={t.reasons.down} of={name(row.reason.name)} disabled={row.last} onClick={() => void move(row.reason.code, 1)} />
                        </>
                      )}
                      <Tool icon="add" label={t.equipment.addBelow} of={name(row.reason.name)} onClick={() => setEditing({ reason: freshBelow(row.reason), fresh: true })} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && <ReasonForm editing={editing} list={list} classes={known} className={className} onSave={save} onClose={() => setEditing(undefined)} />}
      {importing && (
        <Dialog title={t.reasons.import} onClose={() => setImporting(false)} kind="wide">
          <p className="second" style={{ marginBottom: 16 }}>
            {t.reasons.importHint} {t.files.hint}
          </p>
          <ImportPanel
            address="/api/reasons/import"
            parameters={{}}
            onStored={() => {
              refreshAll("/api/reasons");
              say(t.files.stored);
            }}
          />
        </Dialog>
      )}
    </Panel>
  );
}

function Tool(props: { icon: "up" | "down" | "add"; label: string; of: string; disabled?: boolean; onClick: () => void }) {
  return (
    <button className="button bare tiny" title={props.label} aria-label={`${props.label}: ${props.of}`} disabled={props.disabled ?? false} onClick={props.onClick}>
      <Icon name={props.icon} />
    </button>
  );
}
