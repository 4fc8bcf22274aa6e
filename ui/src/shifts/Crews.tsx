// SPDX-License-Identifier: Apache-2.0
import { call } from "../data/api";
import { useLanguage } from "../language";
import { textIn } from "../look/FormDialog";
import { Entries, useNodeField } from "./Entries";
import type { Crew } from "./types";

export function Crews() {
  const { t, shiftName } = useLanguage();
  const { field, first, nameOf } = useNodeField();
  return (
    <Entries<Crew>
      title={t.shifts.tabs.crews}
      address="/api/shifts/crews"
      empty={t.shifts.noCrews}
      id={(row) => row.id}
      columns={[
        { key: "name", title: t.shifts.crew, cell: (row) => <strong>{shiftName(row.name)}</strong>, by: (row) => row.name },
        { key: "node", title: t.shifts.node, cell: (row) => nameOf(row.node), by: (row) => row.node },
        { key: "members", title: t.shifts.members, cell: (row) => row.members.join(", "), by: (row) => row.members.join(" ") },
      ]}
      fields={[field, { key: "name", label: t.shifts.crew, required: true, hint: t.shifts.crewHint }, { key: "members", label: t.shifts.members, kind: "area", hint: t.shifts.onePerLine }]}
      valuesOf={(row) => ({ node: row?.node ?? first, name: row?.name ?? "", members: row?.members.join("\n") ?? "" })}
      save={(now, row) => {
        const members = textIn(now, "members")
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean);
        const body = { id: row?.id ?? "", node: textIn(now, "node"), name: textIn(now, "name"), members };
        return row ? call("PUT", `/api/shifts/crews/${encodeURIComponent(row.id)}`, body) : call("POST", "/api/shifts/crews", body);
      }}
      remove={(row) => call("DELETE", `/api/shifts/crews/${encodeURIComponent(row.id)}`)}
    />
  );
}
