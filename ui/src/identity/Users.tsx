// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { call } from "../data/api";
import { useNodeChoices } from "../data/choices";
import { useResource } from "../data/resource";
import { ROLES, type Role, type Scope } from "../data/types";
import { useLanguage } from "../language";
import { DataTable } from "../look/DataTable";
import { FormDialog, refusalsIn, textIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Answer, Panel } from "../look/parts";
import { say } from "../look/Toasts";
import { Secret } from "./Secret";

type User = { name: string; displayName: string; mustChangePassword: boolean; disabled: boolean; grants: Scope[] };
type OneTime = { user: string; password: string };

const FRESH: User = { name: "", displayName: "", mustChangePassword: true, disabled: false, grants: [{ node: "", role: "VIEWER" }] };

export function Users() {
  const { t } = useLanguage();
  const users = useResource<User[]>("/api/users");
  const [picked, setPicked] = useState<User>();
  const [secret, setSecret] = useState<OneTime>();
  return (
    <Panel
      title={t.admin.tabs.users}
      flush
      tools={
        <button className="button" onClick={() => setPicked(FRESH)}>
          <Icon name="add" />
          {t.do.add}
        </button>
      }
    >
      <Answer of={users}>
        {(list) => (
          <DataTable
            rows={list}
            id={(row) => row.name}
            onPick={setPicked}
            empty={t.say.none}
            columns={[
              { key: "name", title: t.login.user, cell: (row) => <strong>{row.name}</strong>, by: (row) => row.name },
              { key: "display", title: t.admin.displayName, cell: (row) => row.displayName, by: (row) => row.displayName },
              {
                key: "grants",
                title: t.admin.roles,
                cell: (row) => row.grants.map((grant) => `${t.role[grant.role]}${grant.node ? ` (${grant.node})` : ""}`).join(", "),
                by: (row) => row.grants.map((grant) => grant.role).join(),
              },
              {
                key: "state",
                title: t.line.state,
                cell: (row) => (row.disabled ? <span className="tag warn">{t.admin.disabled}</span> : row.mustChangePassword ? <span className="tag">{t.admin.oneTime}</span> : ""),
              },
            ]}
          />
        )}
      </Answer>
      {picked && <UserForm key={picked.name} user={picked} onClose={() => setPicked(undefined)} onDone={users.reload} onSecret={setSecret} />}
      {secret && <Secret title={secret.user} secret={secret.password} hint={t.admin.oneTimeHint} onClose={() => setSecret(undefined)} />}
    </Panel>
  );
}

type FormProps = { user: User; onClose: () => void; onDone: () => void; onSecret: (secret: OneTime) => void };

function UserForm({ user, onClose, onDone, onSecret }: FormProps) {
  const { t } = useLanguage();
  const fresh = user.name === "";
  const [grants, setGrants] = useState(user.grants);
  const reset = async () => {
    try {
      onSecret(await call<OneTime>("POST", `/api/users/${encodeURIComponent(user.name)}/password`));
      onClose();
      onDone();
    } catch (error) {
      say(refusalsIn(error)[0]?.message ?? t.say.failed);
    }
  };
  return (
    <FormDialog
      title={fresh ? t.admin.newUser : user.name}
      fields={[
        ...(fresh ? [{ key: "name", label: t.login.user, required: true } as const] : []),
        { key: "displayName", label: t.admin.displayName, required: true },
        ...(fresh ? [] : [{ key: "disabled", label: t.admin.disabled, kind: "check" } as const]),
      ]}
      values={{ name: user.name, displayName: user.displayName, disabled: user.disabled }}
      onSave={async (now) => {
        const displayName = textIn(now, "displayName");
        if (fresh) onSecret(await call<OneTime>("POST", "/api/users", { name: textIn(now, "name"), displayName, grants }));
        else await call("PUT", `/api/users/${encodeURIComponent(user.name)}`, { displayName, disabled: now["disabled"] === true, grants });
        onDone();
      }}
      onRemove={
        fresh
          ? undefined
          : async () => {
              await call("DELETE", `/api/users/${encodeURIComponent(user.name)}`);
              onDone();
            }
      }
      onClose={onClose}
    >
      {() => (
        <>
          <Grants grants={grants} onChange={setGrants} />
          {!fresh && (
            <button type="button" className="button" style={{ alignSelf: "flex-start" }} onClick={() => void reset()}>
              {t.admin.resetPassword}
            </button>
          )}
        </>
      )}
    </FormDialog>
  );
}

function Grants({ grants, onChange }: { grants: Scope[]; onChange: (grants: Scope[]) => void }) {
  const { t } = useLanguage();
  const nodes = useNodeChoices();
  const change = (index: number, part: Partial<Scope>) => onChange(grants.map((grant, at) => (at === index ? { ...grant, ...part } : grant)));
  return (
    <section className="column">
      <h3>{t.admin.roles}</h3>
      {grants.map((grant, index) => (
        <div className="row" key={index}>
          <select className="select" aria-label={t.admin.role} value={grant.role} onChange={(event) => change(index, { role: event.target.value as Role })}>
            {ROLES.map((role) => (
              <option key={role} value={role}>
                {t.role[role]}
              </option>
            ))}
          </select>
          <select className="select" aria-label={t.admin.scope} value={grant.node} onChange={(event) => change(index, { node: event.target.value })}>
            <option value="">{t.admin.everywhere}</option>
            {nodes.map((node) => (
              <option key={node.value} value={node.value}>
                {node.text}
              </option>
            ))}
          </select>
          <button type="button" className="button bare square" aria-label={t.do.remove} onClick={() => onChange(grants.filter((_, at) => at !== index))}>
            <Icon name="remove" />
          </button>
        </div>
      ))}
      <button type="button" className="button tiny" style={{ alignSelf: "flex-start" }} onClick={() => onChange([...grants, { node: "", role: "VIEWER" }])}>
        <Icon name="add" />
        {t.do.add}
      </button>
    </section>
  );
}
