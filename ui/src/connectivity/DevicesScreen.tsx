// SPDX-License-Identifier: Apache-2.0
// Every edge node and device that ever spoke: is it there, since when, and what went wrong.
import { useDeferredValue, useMemo, useState } from "react";
import { go, href, useRoute } from "../app/route";
import { useLive } from "../data/live";
import { lastCode, useNodeName } from "../data/plant";
import { refresh, replace, useResource } from "../data/resource";
import type { Connection } from "../data/types";
import { useLanguage } from "../language";
import { type Column, DataTable } from "../look/DataTable";
import { Answer, Empty, Panel, Segments } from "../look/parts";
import { ConnectionText } from "../look/State";
import { Since } from "../live/Since";
import { DevicePanel } from "./DevicePanel";
import { merged } from "./merged";
import type { Device } from "./types";
import "./connectivity.css";

type Show = "" | Exclude<Connection, "NONE">;

const ADDRESS = "/api/devices";

function useColumns(): Column<Device>[] {
  const { t, format, name } = useLanguage();
  const nodeName = useNodeName();
  const nameOf = (id: string): string => {
    const unit = name(nodeName(id)?.name) || lastCode(id);
    const line = name(nodeName(id.slice(0, id.lastIndexOf("/")))?.name);
    return line ? `${line} › ${unit}` : unit;
  };
  const count = (key: keyof Device & ("births" | "gaps" | "rebirthsAsked" | "refused"), title: string): Column<Device> => ({
    key,
    title,
    number: true,
    by: (row) => row[key],
    cell: (row) => (key !== "births" && row[key] > 0 ? <span className="tag warn">{format.number(row[key])}</span> : format.number(row[key])),
  });
  return [
    {
      key: "name",
      title: t.devices.name,
      by: (row) => `${row.edgeNode}/${row.device}`,
      cell: (row) => (
        <div className={row.device ? "of-node" : ""}>
          <div className="mono nowrap">{row.device || row.edgeNode}</div>
          <div className="small quiet nowrap">{row.device ? row.edgeNode : t.devices.edgeNode}</div>
        </div>
      ),
    },
    { key: "connection", title: t.devices.connection, by: (row) => row.connection, cell: (row) => <ConnectionText connection={row.connection} /> },
    { key: "since", title: t.line.since, by: (row) => row.since, cell: (row) => <Since at={row.since} />, number: true },
    { key: "last", title: t.devices.last, by: (row) => row.lastMessageAt, cell: (row) => <Since at={row.lastMessageAt} />, number: true },
    {
      key: "rate",
      title: t.devices.rate,
      by: (row) => row.metricsPerSecond,
      cell: (row) => format.number(row.metricsPerSecond, 1),
      number: true,
    },
    count("births", t.devices.births),
    count("gaps", t.devices.gaps),
    count("rebirthsAsked", t.devices.rebirths),
    count("refused", t.devices.refused),
    {
      key: "node",
      title: t.devices.assigned,
      by: (row) => row.node,
      cell: (row) => (row.node ? <a href={href("machine", row.node)} onClick={(event) => event.stopPropagation()}title={row.node}>{nameOf(row.node)}</a> : <span className="quiet">{row.device ? t.devices.unassigned : ""}</span>),
    },
  ];
}

export default function DevicesScreen() {
  const { t } = useLanguage();
  const { rest } = useRoute();
  const devices = useResource<Device[]>(ADDRESS, 15_000);
  const [search, setSearch] = useState("");
  const [show, setShow] = useState<Show>("");
  const columns = useColumns();
  const found = useDeferredValue(search);
  useLive<Device[]>("devices", "devices", (fresh) => replace<Device[]>(ADDRESS, (old) => merged(old ?? [], fresh)));
  const rows = useMemo(
    () => [...(devices.data ?? [])].filter((each) => !show || each.connection === show).sort((a, b) => `${a.edgeNode}/${a.device}`.localeCompare(`${b.edgeNode}/${b.device}`)),
    [devices.data, show],
  );
  const many = (connection: Connection) => devices.data?.filter((each) => each.connection === connection).length ?? 0;
  const picked = devices.data?.find((each) => each.id === rest);
  return (
    <div className="page">
      <div className="head">
        <h1>{t.screens.devices}</h1>
        <div className="end">
          <Segments<Show>
            label={t.devices.connection}
            value={show}
            onChange={setShow}
            choices={[
              { value: "", text: `${t.do.all} ${devices.data?.length ?? ""}` },
              ...(["ONLINE", "STALE", "OFFLINE"] as const).map((value) => ({ value, text: `${t.connection[value]} ${many(value)}` })),
            ]}
          />
          <input className="input" style={{ width: 200 }} type="search" placeholder={t.do.search} aria-label={t.do.search} value={search} onChange={(event) => setSearch(event.target.value)} />
        </div>
      </div>
      <Panel flush>
        <Answer of={devices} height={360}>
          {() => (
            <DataTable
              rows={rows}
              columns={columns}
              id={(row) => row.id}
              search={found}
              selected={rest}
              onPick={(row) => go(href("devices", row.id))}
              empty={
                <>
                  <strong>{t.devices.noneTitle}</strong>
                  <p>{t.devices.none}</p>
                </>
              }
            />
          )}
        </Answer>
      </Panel>
      {picked && <DevicePanel key={picked.id} device={picked} onClose={() => go(href("devices"))} onDone={() => void refresh(ADDRESS)} />}
      {rest && devices.data && !picked && <Empty>{t.app.nothingFound}</Empty>}
    </div>
  );
}
