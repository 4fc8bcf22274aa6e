// SPDX-License-Identifier: Apache-2.0
import { atLevel } from "../data/plant";
import type { PlantNode } from "../data/types";
import { useLanguage } from "../language";
import { OeeBar } from "../look/Oee";
import { StateText } from "../look/State";
import { needsAttention } from "./attention";

/** An enterprise, site or area in one row: how many lines, its state and its OEE. */
export function NodeHead({ node }: { node: PlantNode }) {
  const { t, name, format } = useLanguage();
  const lines = atLevel([node], "WORK_CENTER");
  const attention = lines.filter(needsAttention).length;
  return (
    <header className="node-head">
      <h2>{name(node.name)}</h2>
      <span className="quiet">
        {t.level[node.level]} · {t.command.lines(lines.length)}
      </span>
      {attention > 0 && <span className="tag warn">! {attention}</span>}
      <span className="grow" />
      {node.state && <StateText state={node.state} />}
      <div className="node-oee">
        <OeeBar value={node.oee?.value ?? null} target={node.oee?.target ?? null} />
        <strong>{format.percent(node.oee?.value)}</strong>
      </div>
    </header>
  );
}
