// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { call } from "../data/api";
import { useResource } from "../data/resource";
import { Secret } from "../identity/Secret";
import { useLanguage } from "../language";
import { DataTable } from "../look/DataTable";
import { FormDialog, textIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Answer, Panel } from "../look/parts";
import { Revoke } from "../look/Revoke";

const KINDS = ["SPARKPLUG", "PLAIN"] as const;
type Kind = (typeof KINDS)[number];
type Credential = { username: string; kind: Kind; group: string; node: string; topics: string; createdAt: string };
type Issued = { username: string; password: string };

const ADDRESS = "/api/credentials";

/** Who may connect to the embedded broker, each to its own topics only. */
export function Credentials() {
  const { t, format } = useLanguage();
  const list = useResource<Credential[]>(ADDRESS);
  const [adding, setAdding] = useState(false);
  const [issued, setIssued] = useState<Issued>();
  return (
    <Panel
      title={t.admin.tabs.credentials}
      flush
      tools={
        <button className="button" onClick={() => setAdding(true)}>
          <Icon name="add" />
          {t.do.add}
        </button>
      }
    >
      <Answer of={list}>
        {(rows) => (
          <DataTable
            rows={rows}
            id={(row) => row.username}
            empty={t.mqtt.noCredentials}
            columns={[
              { key: "username", title: t.login.user, cell: (row) => <strong className="mono">{row.username}</strong>, by: (row) => row.username },
              { key: "kind", title: t.devices.type, cell: (row) => t.mqtt.kinds[row.kind], by: (row) => row.kind },
              {
                key: "topics",
                title: t.mqtt.mayPublish,
                cell: (row) => <span className="mono">{row.kind === "SPARKPLUG" ? `spBv1.0/${row.group}/+/${row.node}/#` : row.topics}</span>,
                by: (row) => `${row.group}${row.node}${row.topics}`,
              },
              { key: "created", title: t.admin.made, cell: (row) => format.dateTime(row.createdAt), by: (row) => row.createdAt },
              {
                key: "revoke",
                title: "",
                cell: (row) => (
                  <Revoke
                    text={t.admin.revoke}
                    action={async () => {
                      await call("DELETE", `${ADDRESS}/${encodeURIComponent(row.username)}`);
                      list.reload();
                    }}
                  />
                ),
              },
            ]}
          />
        )}
      </Answer>
      {adding && (
        <FormDialog
          title={t.mqtt.newCredential}
          fields={(now) => [
            { key: "kind", label: t.devices.type, kind: "select", choices: KINDS.map((value) => ({ value, text: t.mqtt.kinds[value] })) },
            { key: "username", label: t.login.user, required: true, mono: true },
            ...(now["kind"] === "SPARKPLUG"
              ? ([
                  { key: "group", label: t.mqtt.group, required: true, mono: true },
                  { key: "node", label: t.devices.edgeNode, required: true, mono: true, hint: t.mqtt.ownTopics },
                ] as const)
              : ([{ key: "topics", label: t.mqtt.topicFilter, required: true, mono: true, full: true, placeholder: "works/press/#", hint: t.mqtt.ownTopics }] as const)),
          ]}
          values={{ username: "", kind: "SPARKPLUG", group: "", node: "", topics: "" }}
          onSave={async (now) => {
            const kind = textIn(now, "kind");
            const sparkplug = kind === "SPARKPLUG";
            const body = {
              username: textIn(now, "username"),
              kind,
              group: sparkplug ? textIn(now, "group") : "",
              node: sparkplug ? textIn(now, "node") : "",
              topics: sparkplug ? "" : textIn(now, "topics"),
            };
            setIssued(await call<Issued>("POST", ADDRESS, body));
            list.reload();
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {issued && <Secret title={issued.username} secret={issued.password} hint={t.mqtt.onceHint} onClose={() => setIssued(undefined)} />}
    </Panel>
  );
}
