// SPDX-License-Identifier: Apache-2.0
// Classes of equipment: the template that says which metric is which property, and the rules that make states of them.
import { useState } from "react";
import { call, path } from "../data/api";
import { useMay } from "../data/session";
import { STATES } from "../data/types";
import { useLanguage } from "../language";
import { DataTable } from "../look/DataTable";
import { FormDialog, textIn } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Panel } from "../look/parts";
import { type EquipmentClass, ROLES, type Register, type StateRule, TESTS, type TemplateProperty } from "./types";

const FRESH: EquipmentClass = { code: "", name: { en: "", zh: "" }, properties: [], rules: [] };

export function Classes({ register, onChange }: { register: Register; onChange: () => void }) {
  const { t, name } = useLanguage();
  const may = useMay();
  const [picked, setPicked] = useState<EquipmentClass>();
  const used = (code: string) => register.nodes.filter((node) => node.classCode === code).length;
  return (
    <Panel
      title={t.equipment.classes}
      flush
      tools={
        may("ENGINEER") && (
          <button className="button" onClick={() => setPicked(FRESH)}>
            <Icon name="add" />
            {t.do.add}
          </button>
        )
      }
    >
      <DataTable
        rows={register.classes}
        id={(row) => row.code}
        onPick={setPicked}
        empty={t.equipment.noClasses}
        columns={[
          { key: "name", title: t.equipment.name, cell: (row) => name(row.name), by: (row) => name(row.name) },
          { key: "code", title: t.equipment.code, cell: (row) => <span className="mono">{row.code}</span>, by: (row) => row.code },
          { key: "properties", title: t.equipment.properties, cell: (row) => row.properties.length, by: (row) => row.properties.length, number: true },
          { key: "rules", title: t.equipment.rules, cell: (row) => row.rules.length, by: (row) => row.rules.length, number: true },
          { key: "used", title: t.equipment.used, cell: (row) => used(row.code), by: (row) => used(row.code), number: true },
        ]}
      />
      {picked && <ClassForm key={picked.code} type={picked} mayRemove={used(picked.code) === 0 && picked.code !== ""} onClose={() => setPicked(undefined)} onDone={onChange} />}
    </Panel>
  );
}

function ClassForm({ type, mayRemove, onClose, onDone }: { type: EquipmentClass; mayRemove: boolean; onClose: () => void; onDone: () => void }) {
  const { t } = useLanguage();
  const [properties, setProperties] = useState(type.properties);
  const [rules, setRules] = useState(type.rules);
  return (
    <FormDialog
      wide
      title={type.code || t.equipment.newClass}
      fields={[
        { key: "code", label: t.equipment.code, required: true, mono: true },
        { key: "en", label: t.equipment.nameEn, required: true },
        { key: "zh", label: t.equipment.nameZh },
      ]}
      values={{ code: type.code, en: type.name.en, zh: type.name.zh }}
      onSave={async (now) => {
        await call("PUT", "/api/equipment/classes", {
          code: textIn(now, "code"),
          name: { en: textIn(now, "en"), zh: textIn(now, "zh") || textIn(now, "en") },
          properties,
          rules: rules.map((rule, index) => ({ ...rule, position: index + 1 })),
        });
        onDone();
      }}
      onRemove={
        mayRemove
          ? async () => {
              await call("DELETE", path("/api/equipment/classes", { code: type.code }));
              onDone();
            }
          : undefined
      }
      onClose={onClose}
    >
      {() => (
        <>
          <Properties rows={properties} onChange={setProperties} />
          <Rules rows={rules} onChange={setRules} properties={properties.map((each) => each.property)} />
        </>
      )}
    </FormDialog>
  );
}

const replaced = <T,>(rows: readonly T[], index: number, change: Partial<T>): T[] => rows.map((row, at) => (at === index ? { ...row, ...change } : row));

function Properties({ rows, onChange }: { rows: TemplateProperty[]; onChange: (rows: TemplateProperty[]) => void }) {
  const { t } = useLanguage();
  const cell = (index: number, key: "property" | "metric" | "unit", label: string) => (
    <input className="input mono" aria-label={label} value={rows[index]?.[key] ?? ""} onChange={(event) => onChange(replaced(rows, index, { [key]: event.target.value }))} />
  );
  return (
    <section className="rows">
      <h3>{t.equipment.properties}</h3>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>{t.equipment.property}</th>
              <th>{t.equipment.role}</th>
              <th>{t.equipment.metric}</th>
              <th>{t.equipment.nameEn}</th>
              <th>{t.equipment.nameZh}</th>
              <th>{t.equipment.unit}</th>
              <th>{t.equipment.scale}</th>
              <th>{t.equipment.wraps}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <td>{cell(index, "property", t.equipment.property)}</td>
                <td>
                  <select className="select" aria-label={t.equipment.role} value={row.role} onChange={(event) => onChange(replaced(rows, index, { role: event.target.value as TemplateProperty["role"] }))}>
                    {ROLES.map((role) => (
                      <option key={role} value={role}>
                        {t.equipment.roles[role]}
                      </option>
                    ))}
                  </select>
                </td>
                <td>{cell(index, "metric", t.equipment.metric)}</td>
                <td>
                  <input className="input" aria-label={t.equipment.nameEn} value={row.name.en} onChange={(event) => onChange(replaced(rows, index, { name: { ...row.name, en: event.target.value } }))} />
                </td>
                <td>
                  <input className="input" aria-label={t.equipment.nameZh} value={row.name.zh} onChange={(event) => onChange(replaced(rows, index, { name: { ...row.name, zh: event.target.value } }))} />
                </td>
                <td style={{ width: 72 }}>{cell(index, "unit", t.equipment.unit)}</td>
                <td style={{ width: 72 }}>
                  <input className="input" type="number" step="any" aria-label={t.equipment.scale} value={row.scale} onChange={(event) => onChange(replaced(rows, index, { scale: Number(event.target.value) }))} />
                </td>
                <td style={{ width: 96 }}>
                  <input
                    className="input"
                    type="number"
                    aria-label={t.equipment.wraps}
                    value={row.wrapsAt ?? ""}
                    onChange={(event) => onChange(replaced(rows, index, { wrapsAt: event.target.value === "" ? null : Number(event.target.value) }))}
                  />
                </td>
                <td>
                  <RemoveRow onClick={() => onChange(rows.filter((_, at) => at !== index))} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <AddRow onClick={() => onChange([...rows, { property: "", role: "PROCESS", metric: "", name: { en: "", zh: "" }, unit: "", scale: 1, wrapsAt: null }])} />
    </section>
  );
}

function Rules({ rows, onChange, properties }: { rows: StateRule[]; onChange: (rows: StateRule[]) => void; properties: string[] }) {
  const { t } = useLanguage();
  const number = (index: number, key: "low" | "high" | "seconds", label: string) => (
    <input
      className="input"
      type="number"
      step="any"
      aria-label={label}
      value={rows[index]?.[key] ?? ""}
      onChange={(event) => onChange(replaced(rows, index, { [key]: event.target.value === "" ? (key === "seconds" ? 0 : null) : Number(event.target.value) }))}
    />
  );
  return (
    <section className="rows">
      <h3>{t.equipment.rules}</h3>
      <p className="quiet small">{t.equipment.rulesHint}</p>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              <th>{t.equipment.property}</th>
              <th>{t.equipment.test}</th>
              <th>{t.equipment.low}</th>
              <th>{t.equipment.high}</th>
              <th>{t.equipment.forSeconds}</th>
              <th>{t.line.state}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <td>
                  <select className="select" aria-label={t.equipment.property} value={row.property} onChange={(event) => onChange(replaced(rows, index, { property: event.target.value }))}>
                    {[...new Set([row.property, ...properties])].map((each) => (
                      <option key={each}>{each}</option>
                    ))}
                  </select>
                </td>
                <td>
                  <select className="select" aria-label={t.equipment.test} value={row.test} onChange={(event) => onChange(replaced(rows, index, { test: event.target.value as StateRule["test"] }))}>
                    {TESTS.map((test) => (
                      <option key={test} value={test}>
                        {t.equipment.tests[test]}
                      </option>
                    ))}
                  </select>
                </td>
                <td style={{ width: 88 }}>{row.test !== "PACKML" && row.test !== "BELOW" && number(index, "low", t.equipment.low)}</td>
                <td style={{ width: 88 }}>{(row.test === "BELOW" || row.test === "BETWEEN") && number(index, "high", t.equipment.high)}</td>
                <td style={{ width: 88 }}>{number(index, "seconds", t.equipment.forSeconds)}</td>
                <td>
                  {row.test !== "PACKML" && (
                    <select className="select" aria-label={t.line.state} value={row.state ?? ""} onChange={(event) => onChange(replaced(rows, index, { state: (event.target.value || null) as StateRule["state"] }))}>
                      <option value="">{t.do.choose}</option>
                      {STATES.map((state) => (
                        <option key={state} value={state}>
                          {t.state[state]}
                        </option>
                      ))}
                    </select>
                  )}
                </td>
                <td>
                  <RemoveRow onClick={() => onChange(rows.filter((_, at) => at !== index))} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <AddRow onClick={() => onChange([...rows, { position: rows.length + 1, property: properties[0] ?? "", test: "BELOW", low: null, high: null, seconds: 0, state: null }])} />
    </section>
  );
}

function RemoveRow({ onClick }: { onClick: () => void }) {
  const { t } = useLanguage();
  return (
    <button type="button" className="button bare square" onClick={onClick} aria-label={t.do.remove}>
      <Icon name="remove" />
    </button>
  );
}

function AddRow({ onClick }: { onClick: () => void }) {
  const { t } = useLanguage();
  return (
    <button type="button" className="button tiny" onClick={onClick} style={{ alignSelf: "flex-start" }}>
      <Icon name="add" />
      {t.do.add}
    </button>
  );
}
