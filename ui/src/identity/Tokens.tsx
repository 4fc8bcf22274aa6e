// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { call } from "../data/api";
import { useNodeChoices } from "../data/choices";
import { useResource } from "../data/resource";
import { ROLES, type Scope } from "../data/types";
import { useLanguage } from "../language";
import { DataTable } from "../look/DataTable";
import { FormDialog, textIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Answer, Panel } from "../look/parts";
import { Revoke } from "../look/Revoke";
import { Secret } from "./Secret";

type Token = { id: string; name: string; grant: Scope; createdBy: string; createdAt: string; expiresAt: string | null };
type Made = { name: string; secret: string };

export function Tokens() {
  const { t, format } = useLanguage();
  const tokens = useResource<Token[]>("/api/tokens");
  const nodes = useNodeChoices();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<Made>();
  return (
    <Panel
      title={t.admin.tabs.tokens}
      flush
      tools={
        <button className="button" onClick={() => setAdding(true)}>
          <Icon name="add" />
          {t.do.add}
        </button>
      }
    >
      <Answer of={tokens}>
        {(list) => (
          <DataTable
            rows={list}
            id={(row) => row.id}
            empty={t.admin.noTokens}
            columns={[
              { key: "name", title: t.admin.tokenName, cell: (row) => <strong>{row.name}</strong>, by: (row) => row.name },
              { key: "role", title: t.admin.role, cell: (row) => t.role[row.grant.role], by: (row) => row.grant.role },
              { key: "node", title: t.admin.scope, cell: (row) => row.grant.node || t.admin.everywhere, by: (row) => row.grant.node },
              { key: "by", title: t.admin.by, cell: (row) => row.createdBy, by: (row) => row.createdBy },
              { key: "at", title: t.admin.made, cell: (row) => format.dateTime(row.createdAt), by: (row) => row.createdAt },
              { key: "expires", title: t.admin.expires, cell: (row) => (row.expiresAt ? format.dateTime(row.expiresAt) : t.say.never), by: (row) => row.expiresAt },
              {
                key: "revoke",
                title: "",
                cell: (row) => (
                  <Revoke
                    text={t.admin.revoke}
                    action={async () => {
                      await call("DELETE", `/api/tokens/${encodeURIComponent(row.id)}`);
                      tokens.reload();
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
          title={t.admin.newToken}
          fields={[
            { key: "name", label: t.admin.tokenName, required: true, full: true, hint: t.admin.tokenHint },
            { key: "role", label: t.admin.role, kind: "select", choices: ROLES.map((value) => ({ value, text: t.role[value] })) },
            { key: "node", label: t.admin.scope, kind: "select", choices: nodes, empty: t.admin.everywhere },
            { key: "expires", label: t.admin.expires, kind: "date" },
          ]}
          values={{ name: "", role: "VIEWER", node: "", expires: "" }}
          onSave={async (now) => {
            const expires = textIn(now, "expires");
            const made = await call<Made>("POST", "/api/tokens", {
              name: textIn(now, "name"),
              node: textIn(now, "node"),
              role: textIn(now, "role"),
              expiresAt: expires ? new Date(`${expires}T23:59:59`).toISOString() : null,
            });
            setSecret(made);
            tokens.reload();
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {secret && <Secret title={secret.name} secret={secret.secret} hint={t.admin.tokenOnce} onClose={() => setSecret(undefined)} />}
    </Panel>
  );
}
