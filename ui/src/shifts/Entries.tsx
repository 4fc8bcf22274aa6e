// SPDX-License-Identifier: Apache-2.0
// Which node follows which pattern, on which days it does not, and when it stands by plan.
import { useState } from "react";
import { call, path } from "../data/api";
import { useNodeChoices } from "../data/choices";
import { refreshAll, useResource } from "../data/resource";
import { useMay } from "../data/session";
import { useLanguage } from "../language";
import { type Column, DataTable } from "../look/DataTable";
import { type FieldSpec, FormDialog, type Values, numberIn, textIn, textOrNull } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Answer, Panel } from "../look/parts";
import { fromLocalInput, toLocalInput } from "../performance/period";
import type { CalendarEntry, Holiday, Pattern, PlannedStop } from "./types";

type EntriesProps<T> = {
  title: string;
  address: string;
  empty: string;
  columns: Column<T>[];
  id: (row: T) => string;
  fields: FieldSpec[];
  valuesOf: (row: T | undefined) => Values;
  save: (values: Values, row: T | undefined) => Promise<unknown>;
  remove: (row: T) => Promise<unknown>;
};

export function Entries<T>({ title, address, empty, columns, id, fields, valuesOf, save, remove }: EntriesProps<T>) {
  const { t } = useLanguage();
  const may = useMay();
  const list = useResource<T[]>(address);
  const [picked, setPicked] = useState<T | "new">();
  const edit = may("MANAGE_SHIFTS");
  const changed = () => {
    refreshAll("/api/shifts");
    refreshAll("/api/overview");
  };
  const row = picked === "new" ? undefined : picked;
  return (
    <Panel
      title={title}
      flush
      tools={
        edit && (
          <button className="button" onClick={() => setPicked("new")}>
            <Icon name="add" />
            {t.do.add}
          </button>
        )
      }
    >
      <Answer of={list}>
        {(rows) => <DataTable rows={rows} id={id} columns={columns} empty={empty} onPick={edit ? (each) => setPicked(each) : undefined} />}
      </Answer>
      {picked !== undefined && (
        <FormDialog
          title={title}
          fields={fields}
          values={valuesOf(row)}
          onSave={async (values) => {
            await save(values, row);
            changed();
          }}
          onRemove={
            row === undefined
              ? undefined
              : async () => {
                  await remove(row);
                  changed();
                }
          }
          onClose={() => setPicked(undefined)}
        />
      )}
    </Panel>
  );
}

const today = (): string => new Date().toISOString().slice(0, 10);

export function useNodeField(): { field: FieldSpec; first: string; nameOf: (node: string) => string } {
  const { t } = useLanguage();
  const nodes = useNodeChoices();
  return {
    field: { key: "node", label: t.shifts.node, kind: "select", choices: nodes, empty: t.admin.everywhere, full: true },
    first: "",
    nameOf: (node) => (node === "" ? t.admin.everywhere : undefined) ?? nodes.find((each) => each.value === node)?.text.trim() ?? node,
  };
}

export function Calendars() {
  const { t, format, shiftName } = useLanguage();
  const { field, first, nameOf } = useNodeField();
  const patterns = useResource<Pattern[]>("/api/shifts/patterns").data ?? [];
  const patternName = (code: string | null) => (code === null ? t.shifts.noPattern : shiftName(patterns.find((each) => each.code === code)?.name) || code);
  return (
    <Entries<CalendarEntry>
      title={t.shifts.tabs.calendars}
      address="/api/shifts/calendars"
      empty={t.shifts.noCalendars}
      id={(row) => `${row.node} ${row.from}`}
      columns={[
        { key: "node", title: t.shifts.node, cell: (row) => nameOf(row.node), by: (row) => row.node },
        { key: "from", title: t.period.from, cell: (row) => format.date(`${row.from}T00:00`), by: (row) => row.from },
        { key: "pattern", title: t.shifts.pattern, cell: (row) => patternName(row.pattern), by: (row) => patternName(row.pattern) },
        { key: "zone", title: t.shifts.zone, cell: (row) => row.zone, by: (row) => row.zone },
      ]}
      fields={[
        field,
        { key: "pattern", label: t.shifts.pattern, kind: "select", choices: patterns.map((each) => ({ value: each.code, text: shiftName(each.name) || each.code })), empty: t.shifts.noPattern },
        { key: "from", label: t.period.from, kind: "date", required: true },
        { key: "zone", label: t.shifts.zone, required: true },
      ]}
      valuesOf={(row) => ({
        node: row?.node ?? first,
        pattern: row?.pattern ?? "",
        from: row?.from ?? today(),
        zone: row?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      })}
      save={(now) =>
        call("PUT", "/api/shifts/calendars", { node: textIn(now, "node"), from: textIn(now, "from"), pattern: textOrNull(now, "pattern"), zone: textIn(now, "zone") })
      }
      remove={(row) => call("DELETE", path("/api/shifts/calendars", { node: row.node, from: row.from }))}
    />
  );
}

export function Holidays() {
  const { t, format } = useLanguage();
  const { field, first, nameOf } = useNodeField();
  return (
    <Entries<Holiday>
      title={t.shifts.tabs.holidays}
      address="/api/shifts/holidays"
      empty={t.shifts.noHolidays}
      id={(row) => `${row.node} ${row.date}`}
      columns={[
        { key: "date", title: t.shifts.date, cell: (row) => format.date(`${row.date}T00:00`), by: (row) => row.date },
        { key: "name", title: t.equipment.name, cell: (row) => row.name, by: (row) => row.name },
        { key: "node", title: t.shifts.node, cell: (row) => nameOf(row.node), by: (row) => row.node },
        {
          key: "works",
          title: t.shifts.works,
          cell: (row) => (row.worksLikeCycleDay === null ? t.shifts.rest : t.shifts.like(row.worksLikeCycleDay + 1)),
        },
      ]}
      fields={[
        field,
        { key: "date", label: t.shifts.date, kind: "date", required: true },
        { key: "name", label: t.equipment.name, required: true },
        { key: "works", label: t.shifts.worksLike, kind: "number", hint: t.shifts.worksHint },
      ]}
      valuesOf={(row) => ({
        node: row?.node ?? first,
        date: row?.date ?? today(),
        name: row?.name ?? "",
        works: row?.worksLikeCycleDay == null ? "" : String(row.worksLikeCycleDay + 1),
      })}
      save={(now) => {
        const day = numberIn(now, "works");
        return call("POST", "/api/shifts/holidays", { node: textIn(now, "node"), date: textIn(now, "date"), name: textIn(now, "name"), worksLikeCycleDay: day === null ? null : day - 1 });
      }}
      remove={(row) => call("DELETE", path("/api/shifts/holidays", { node: row.node, date: row.date }))}
    />
  );
}

export function PlannedStops() {
  const { t, format } = useLanguage();
  const { field, first, nameOf } = useNodeField();
  return (
    <Entries<PlannedStop>
      title={t.shifts.tabs.stops}
      address="/api/shifts/planned-stops"
      empty={t.shifts.noStops}
      id={(row) => row.id}
      columns={[
        { key: "from", title: t.period.from, cell: (row) => format.dateTime(row.from), by: (row) => row.from },
        { key: "to", title: t.period.to, cell: (row) => format.dateTime(row.to), by: (row) => row.to },
        { key: "long", title: t.line.since, cell: (row) => format.duration((Date.parse(row.to) - Date.parse(row.from)) / 1000), number: true },
        { key: "node", title: t.shifts.node, cell: (row) => nameOf(row.node), by: (row) => row.node },
        { key: "reason", title: t.shifts.reason, cell: (row) => row.reason, by: (row) => row.reason },
        { key: "note", title: t.shifts.note, cell: (row) => <span className="second">{row.note}</span>, by: (row) => row.note },
      ]}
      fields={[
        field,
        { key: "from", label: t.period.from, kind: "datetime-local", required: true },
        { key: "to", label: t.period.to, kind: "datetime-local", required: true },
        { key: "reason", label: t.shifts.reason, required: true },
        { key: "note", label: t.shifts.note },
      ]}
      valuesOf={(row) => {
        const from = row?.from ?? new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000).toISOString();
        return {
          node: row?.node ?? first,
          from: toLocalInput(from),
          to: toLocalInput(row?.to ?? new Date(Date.parse(from) + 3_600_000).toISOString()),
          reason: row?.reason ?? "",
          note: row?.note ?? "",
        };
      }}
      save={(now, row) => {
        const body = {
          id: row?.id ?? "",
          node: textIn(now, "node"),
          from: fromLocalInput(textIn(now, "from")),
          to: fromLocalInput(textIn(now, "to")),
          reason: textIn(now, "reason"),
          note: textIn(now, "note"),
        };
        return row ? call("PUT", `/api/shifts/planned-stops/${encodeURIComponent(row.id)}`, body) : call("POST", "/api/shifts/planned-stops", body);
      }}
      remove={(row) => call("DELETE", `/api/shifts/planned-stops/${encodeURIComponent(row.id)}`)}
    />
  );
}
