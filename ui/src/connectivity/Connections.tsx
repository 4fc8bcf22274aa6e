// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { call } from "../data/api";
import { useResource } from "../data/resource";
import { useLanguage } from "../language";
import { DataTable } from "../look/DataTable";
import { FormDialog, numberIn, textIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Answer, Panel } from "../look/parts";
import { Since } from "../live/Since";

type Settings = {
  host: string;
  port: number;
  tls: boolean;
  username: string | null;
  password: string | null;
  clientId: string | null;
  filters: string[] | null;
  enabled: boolean;
};

type Connection = {
  name: string;
  connected: boolean;
  detail: string;
  since: string;
  messages: { taken: number; bytes: number; full: number; refused: number; denied: number };
  /** Null for the embedded broker, which is set up in the configuration. */
  settings: Settings | null;
};

const ADDRESS = "/api/connections";
const FRESH: Settings = { host: "", port: 1883, tls: false, username: "", password: null, clientId: "", filters: ["spBv1.0/#"], enabled: true };

export function Connections() {
  const { t, format } = useLanguage();
  const list = useResource<Connection[]>(ADDRESS, 5000);
  const [picked, setPicked] = useState<{ name: string; settings: Settings }>();
  return (
    <Panel
      title={t.admin.tabs.connections}
      flush
      tools={
        <button className="button" onClick={() => setPicked({ name: "", settings: FRESH })}>
          <Icon name="add" />
          {t.do.add}
        </button>
      }
    >
      <Answer of={list}>
        {(rows) => (
          <DataTable
            rows={rows}
            id={(row) => row.name}
            onPick={(row) => row.settings && setPicked({ name: row.name, settings: row.settings })}
            empty={t.say.none}
            columns={[
              { key: "name", title: t.equipment.name, cell: (row) => <strong>{row.settings ? row.name : t.mqtt.embedded}</strong>, by: (row) => row.name },
              {
                key: "state",
                title: t.line.state,
                cell: (row) => (
                  <span className="state">
                    <Icon name={row.connected ? "check" : "warning"} />
                    {row.connected ? t.mqtt.connected : <span className="oee-gap below">{t.mqtt.disconnected}</span>}
                  </span>
                ),
                by: (row) => Number(row.connected),
              },
              { key: "since", title: t.line.since, cell: (row) => (Date.parse(row.since) > 0 ? <Since at={row.since} /> : ""), number: true },
              { key: "address", title: t.mqtt.address, cell: (row) => <span className="mono">{row.settings ? `${row.settings.host}:${row.settings.port}` : ""}</span> },
              { key: "detail", title: t.admin.detail, cell: (row) => <span className="second">{row.detail}</span>, by: (row) => row.detail },
              { key: "taken", title: t.devices.messages, cell: (row) => format.number(row.messages.taken), by: (row) => row.messages.taken, number: true },
              {
                key: "refused",
                title: t.devices.refused,
                cell: (row) => format.number(row.messages.refused + row.messages.denied + row.messages.full),
                by: (row) => row.messages.refused,
                number: true,
              },
            ]}
          />
        )}
      </Answer>
      {picked && <ConnectionForm key={picked.name} {...picked} onClose={() => setPicked(undefined)} onDone={list.reload} />}
    </Panel>
  );
}

type FormProps = { name: string; settings: Settings; onClose: () => void; onDone: () => void };

function ConnectionForm({ name, settings, onClose, onDone }: FormProps) {
  const { t } = useLanguage();
  const fresh = name === "";
  return (
    <FormDialog
      title={fresh ? t.mqtt.newConnection : name}
      fields={[
        ...(fresh ? [{ key: "name", label: t.equipment.name, required: true, mono: true, hint: t.mqtt.nameHint } as const] : []),
        { key: "host", label: t.mqtt.host, required: true, mono: true },
        { key: "port", label: t.mqtt.port, kind: "number", required: true },
        { key: "username", label: t.login.user },
        { key: "password", label: t.login.password, kind: "password", hint: fresh ? "" : t.mqtt.keepPassword },
        { key: "clientId", label: t.mqtt.clientId, mono: true },
        { key: "filters", label: t.mqtt.filters, kind: "area", mono: true, hint: t.mqtt.onePerLine },
        { key: "tls", label: "TLS", kind: "check" },
        { key: "enabled", label: t.mqtt.enabled, kind: "check" },
      ]}
      values={{
        name,
        host: settings.host,
        port: String(settings.port),
        username: settings.username ?? "",
        password: "",
        clientId: settings.clientId ?? "",
        filters: (settings.filters ?? []).join("\n"),
        tls: settings.tls,
        enabled: settings.enabled,
      }}
      onSave={async (now) => {
        const body: Settings = {
          host: textIn(now, "host"),
          port: numberIn(now, "port") ?? 0,
          tls: now["tls"] === true,
          username: textIn(now, "username"),
          password: String(now["password"] ?? "") || (fresh ? "" : null),
          clientId: textIn(now, "clientId") || null,
          filters: textIn(now, "filters").split(/\s+/).filter(Boolean),
          enabled: now["enabled"] === true,
        };
        await call("PUT", `${ADDRESS}/${encodeURIComponent(name || textIn(now, "name"))}`, body);
        onDone();
      }}
      onRemove={
        fresh
          ? undefined
          : async () => {
              await call("DELETE", `${ADDRESS}/${encodeURIComponent(name)}`);
              onDone();
            }
      }
      onClose={onClose}
    />
  );
}
