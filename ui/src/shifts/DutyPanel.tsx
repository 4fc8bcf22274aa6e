// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { call, path } from "../data/api";
import { refreshAll, useResource } from "../data/resource";
import { useMay } from "../data/session";
import { useLanguage } from "../language";
import { FormDialog, textIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Answer, Empty, Panel } from "../look/parts";
import { Revoke } from "../look/Revoke";
import { fromLocalInput, toLocalInput } from "../performance/period";
import type { DutyView } from "./types";

/** Who is there now, and single persons entered for now and later. */
export function DutyPanel({ node }: { node: string }) {
  const { t, format, shiftName } = useLanguage();
  const may = useMay();
  const duty = useResource<DutyView>(path("/api/shifts/duty", { node }), 60_000);
  const [adding, setAdding] = useState(false);
  const [start] = useState(() => new Date().toISOString());
  const changed = () => {
    duty.reload();
    refreshAll("/api/overview");
  };
  return (
    <Panel
      title={t.command.onShift}
      flush
      tools={
        may("MANAGE_SHIFTS") && (
          <button className="button" onClick={() => setAdding(true)}>
            <Icon name="add" />
            {t.shifts.addDuty}
          </button>
        )
      }
    >
      <Answer of={duty} height={96}>
        {(view) => (
          <div className="duty">
            {view.onShift ? (
              <div className="now">
                <strong>
                  {shiftName(view.onShift.shift)} {shiftName(view.onShift.crew)}
                </strong>
                <span className="second">
                  {format.moment(view.onShift.from)} – {format.moment(view.onShift.to)}
                </span>
                <span>{view.onShift.persons.join(", ") || t.command.nobody}</span>
              </div>
            ) : (
              <Empty>{t.shifts.noShift}</Empty>
            )}
            {view.duties.length > 0 && (
              <ul>
                {view.duties.map((each) => (
                  <li key={each.id} className="row">
                    <Icon name="user" />
                    <strong>{each.person}</strong>
                    <span className="second">
                      {format.dateTime(each.from)} – {format.dateTime(each.to)}
                    </span>
                    <span className="quiet grow">{each.note}</span>
                    {may("MANAGE_SHIFTS") && (
                      <Revoke
                        text={t.do.remove}
                        action={async () => {
                          await call("DELETE", `/api/shifts/duty/${encodeURIComponent(each.id)}`);
                          changed();
                        }}
                      />
                    )}
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Answer>
      {adding && (
        <FormDialog
          title={t.shifts.addDuty}
          fields={[
            { key: "person", label: t.shifts.person, required: true, full: true },
            { key: "from", label: t.period.from, kind: "datetime-local", required: true },
            { key: "to", label: t.period.to, kind: "datetime-local", required: true },
            { key: "note", label: t.shifts.note, full: true },
          ]}
          values={{
            person: "",
            from: toLocalInput(duty.data?.onShift?.from ?? start),
            to: toLocalInput(duty.data?.onShift?.to ?? new Date(Date.parse(start) + 8 * 3_600_000).toISOString()),
            note: "",
          }}
          onSave={async (now) => {
            await call("POST", "/api/shifts/duty", {
              id: "",
              node,
              person: textIn(now, "person"),
              note: textIn(now, "note"),
              from: fromLocalInput(textIn(now, "from")),
              to: fromLocalInput(textIn(now, "to")),
            });
            changed();
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </Panel>
  );
}
