// SPDX-License-Identifier: Apache-2.0
import { useDeferredValue, useState } from "react";
import { call, path } from "../data/api";
import { useResource } from "../data/resource";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Answer, Empty, Panel } from "../look/parts";

type Line = { id: number; at: string; actor: string; action: string; subject: string; detail: string };
type Integrity = { intact: boolean; firstBrokenLine: number };

const PAGE = 100;

export function AuditLog() {
  const { t, format } = useLanguage();
  const [search, setSearch] = useState("");
  const [older, setOlder] = useState<Line[]>([]);
  const q = useDeferredValue(search);
  const newest = useResource<Line[]>(path("/api/audit", { q, limit: PAGE }), 30_000);
  const integrity = useResource<Integrity>("/api/audit/integrity");
  const more = async (before: number) => {
    const lines = await call<Line[]>("GET", path("/api/audit", { q, before, limit: PAGE }));
    setOlder((old) => [...old, ...lines]);
  };
  return (
    <Panel
      title={t.admin.tabs.audit}
      flush
      tools={
        <>
          {integrity.data && (
            <span className={`tag ${integrity.data.intact ? "" : "bad"}`}>
              <Icon name={integrity.data.intact ? "check" : "warning"} />
              {integrity.data.intact ? t.admin.intact : t.admin.broken(integrity.data.firstBrokenLine)}
            </span>
          )}
          <input
            className="input"
            style={{ width: 220 }}
            type="search"
            placeholder={t.do.search}
            aria-label={t.do.search}
            value={search}
            onChange={(event) => {
              setSearch(event.target.value);
              setOlder([]);
            }}
          />
        </>
      }
    >
      <Answer of={newest}>
        {(lines) => {
          const last = older.at(-1)?.id ?? lines.at(-1)?.id;
          const all = [...lines, ...older.filter((line) => !lines.some((each) => each.id === line.id))];
          if (all.length === 0) return <Empty title={t.app.nothingFound} />;
          return (
            <div className="scroll">
              <table className="table">
                <thead>
                  <tr>
                    <th>{t.machine.time}</th>
                    <th>{t.admin.who}</th>
                    <th>{t.admin.what}</th>
                    <th>{t.admin.subject}</th>
                    <th>{t.admin.detail}</th>
                  </tr>
                </thead>
                <tbody>
                  {all.map((line) => (
                    <tr key={line.id}>
                      <td className="nowrap">
                        {format.date(line.at)} {format.time(line.at)}
                      </td>
                      <td className="nowrap">{line.actor}</td>
                      <td className="mono nowrap">{line.action}</td>
                      <td>{line.subject}</td>
                      <td className="second detail">{line.detail}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {last !== undefined && last > 1 && all.length >= PAGE && (
                <div style={{ padding: 12 }}>
                  <button className="button" onClick={() => void more(last)}>
                    {t.do.more}
                  </button>
                </div>
              )}
            </div>
          );
        }}
      </Answer>
    </Panel>
  );
}
