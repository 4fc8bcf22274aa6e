// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { matches } from "../app/match";
import { call, path as address } from "../data/api";
import { refreshAll } from "../data/resource";
import { useMay } from "../data/session";
import { LEVELS } from "../data/types";
import { useLanguage } from "../language";
import { FormDialog, type FieldSpec, type Values, numberIn, textIn, textOrNull } from "../look/FormDialog";
import { Icon } from "../look/Icon";
import { Empty, Panel } from "../look/parts";
import { href } from "../app/route";
import type { EquipmentNode, Register } from "./types";

const parentOf = (path: string): string => (path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "");

/** Nodes in tree order: each followed by what is below it, siblings by position. */
export function treeOrder(nodes: readonly EquipmentNode[], below = ""): EquipmentNode[] {
  return nodes
    .filter((node) => parentOf(node.path) === below)
    .sort((a, b) => a.position - b.position || a.path.localeCompare(b.path))
    .flatMap((node) => [node, ...treeOrder(nodes, node.path)]);
}

type Editing = { node: EquipmentNode; fresh: boolean };

function freshBelow(parent: EquipmentNode | undefined, siblings: number): EquipmentNode {
  const level = parent ? (LEVELS[LEVELS.indexOf(parent.level) + 1] ?? "WORK_UNIT") : "ENTERPRISE";
  return {
    path: parent ? `${parent.path}/` : "",
    level,
    name: { en: "", zh: "" },
    classCode: null,
    position: siblings + 1,
    targetOee: null,
    production: level === "WORK_UNIT",
    digitallyControlled: level === "WORK_UNIT",
    bufferCapacity: null,
    device: null,
  };
}

export function Nodes({ register, onChange }: { register: Register; onChange: () => void }) {
  const { t, name, format } = useLanguage();
  const may = useMay();
  const [search, setSearch] = useState("");
  const [editing, setEditing] = useState<Editing>();
  const edit = may("ENGINEER");
  const rows = treeOrder(register.nodes).filter((node) => matches(`${node.path} ${node.name.en} ${node.name.zh} ${node.classCode ?? ""}`, search));
  const className = (code: string | null) => name(register.classes.find((each) => each.code === code)?.name) || code;
  return (
    <Panel
      title={t.equipment.hierarchy}
      flush
      tools={
        <>
          <input className="input" style={{ width: 180 }} type="search" placeholder={t.do.search} aria-label={t.do.search} value={search} onChange={(event) => setSearch(event.target.value)} />
          {edit && (
            <button className="button" onClick={() => setEditing({ node: freshBelow(undefined, register.nodes.length), fresh: true })}>
              <Icon name="add" />
              {t.do.add}
            </button>
          )}
        </>
      }
    >
      {register.nodes.length === 0 ? (
        <Empty icon="equipment" title={t.command.emptyTitle}>
          <a className="button" href={href("equipment", "files")}>
            {t.command.toEquipment}
          </a>
        </Empty>
      ) : (
        <div className="scroll">
          <table className="table">
            <thead>
              <tr>
                <th>{t.equipment.name}</th>
                <th>{t.equipment.level}</th>
                <th>{t.equipment.class}</th>
                <th>{t.equipment.device}</th>
                <th className="number">{t.kpi.target}</th>
                <th>{t.equipment.controlled}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {rows.map((node) => (
                <tr
                  key={node.path}
                  tabIndex={edit ? 0 : undefined}
                  onClick={edit ? () => setEditing({ node, fresh: false }) : undefined}
                  onKeyDown={(event) => {
                    if (edit && event.key === "Enter" && event.target === event.currentTarget) setEditing({ node, fresh: false });
                  }}
                >
                  <td style={{ paddingLeft: 12 + (node.path.split("/").length - 1) * 20 }}>
                    <div>{name(node.name) || node.path}</div>
                    <div className="small quiet mono">{node.path.slice(node.path.lastIndexOf("/") + 1)}</div>
                  </td>
                  <td className="second">{t.level[node.level]}</td>
                  <td>{className(node.classCode)}</td>
                  <td className="mono second">{node.device ? `${node.device.edgeNode}${node.device.device ? `/${node.device.device}` : ""}` : ""}</td>
                  <td className="number">{node.targetOee === null ? "" : format.percent(node.targetOee, 0)}</td>
                  <td className="second">{node.level === "WORK_UNIT" ? (node.digitallyControlled ? t.say.yes : t.say.no) : ""}</td>
                  <td className="right">
                    {edit && node.level !== "WORK_UNIT" && (
                      <button
                        className="button bare tiny"
                        title={t.equipment.addBelow}
                        aria-label={t.equipment.addBelow}
                        onClick={(event) => {
                          event.stopPropagation();
                          setEditing({ node: freshBelow(node, register.nodes.filter((each) => parentOf(each.path) === node.path).length), fresh: true });
                        }}
                      >
                        <Icon name="add" />
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {editing && (
        <NodeForm
          {...editing}
          register={register}
          onClose={() => setEditing(undefined)}
          onDone={() => {
            onChange();
            refreshAll("/api/overview");
          }}
        />
      )}
    </Panel>
  );
}

function NodeForm({ node, fresh, register, onClose, onDone }: Editing & { register: Register; onClose: () => void; onDone: () => void }) {
  const { t, name } = useLanguage();
  const fields: FieldSpec[] = [
    { key: "path", label: t.equipment.path, required: true, full: true, mono: true, hint: t.equipment.pathHint },
    { key: "en", label: t.equipment.nameEn, required: true },
    { key: "zh", label: t.equipment.nameZh },
    { key: "level", label: t.equipment.level, kind: "select", choices: LEVELS.map((value) => ({ value, text: t.level[value] })) },
    { key: "class", label: t.equipment.class, kind: "select", empty: t.say.none, choices: register.classes.map((each) => ({ value: each.code, text: name(each.name) || each.code })) },
    { key: "position", label: t.equipment.position, kind: "number" },
    { key: "target", label: t.equipment.targetPercent, kind: "number" },
    { key: "buffer", label: t.equipment.buffer, kind: "number" },
    { key: "edgeNode", label: t.equipment.edgeNode, mono: true },
    { key: "device", label: t.equipment.deviceName, mono: true },
    { key: "production", label: t.equipment.production, kind: "check" },
    { key: "controlled", label: t.equipment.controlledLong, kind: "check" },
  ];
  const values: Values = {
    path: node.path,
    en: node.name.en,
    zh: node.name.zh,
    level: node.level,
    class: node.classCode ?? "",
    position: String(node.position),
    target: node.targetOee === null ? "" : String(Math.round(node.targetOee * 1000) / 10),
    buffer: node.bufferCapacity === null ? "" : String(node.bufferCapacity),
    edgeNode: node.device?.edgeNode ?? "",
    device: node.device?.device ?? "",
    production: node.production,
    controlled: node.digitallyControlled,
  };
  const save = async (now: Values) => {
    const target = numberIn(now, "target");
    const edgeNode = textIn(now, "edgeNode");
    await call("PUT", "/api/equipment/nodes", {
      path: textIn(now, "path"),
      level: textIn(now, "level"),
      name: { en: textIn(now, "en"), zh: textIn(now, "zh") || textIn(now, "en") },
      classCode: textOrNull(now, "class"),
      position: numberIn(now, "position") ?? 0,
      targetOee: target === null ? null : target / 100,
      production: now["production"] === true,
      digitallyControlled: now["controlled"] === true,
      bufferCapacity: numberIn(now, "buffer"),
      device: edgeNode ? { source: node.device?.source ?? "embedded", edgeNode, device: textIn(now, "device") } : null,
    });
    onDone();
  };
  const remove = async () => {
    await call("DELETE", address("/api/equipment/nodes", { node: node.path }));
    onDone();
  };
  return (
    <FormDialog
      title={fresh ? t.equipment.newNode : name(node.name) || node.path}
      fields={fields}
      values={values}
      onSave={save}
      onRemove={fresh ? undefined : remove}
      onClose={onClose}
      wide
    />
  );
}
