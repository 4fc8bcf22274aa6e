// SPDX-License-Identifier: Apache-2.0
import { atLevel } from "../data/plant";
import type { PlantNode } from "../data/types";
import { useLanguage } from "../language";
import { OeeBar } from "../look/Oee";
import { ConnectedShare } from "./ConnectedShare";
import { needsAttention } from "./attention";

/** An enterprise, site or area in one row: how many lines, how many need attention, and its OEE. */
export function NodeHead({ chain }: { chain: readonly PlantNode[] }) {
  const { t, name, format } = useLanguage();
  const node = chain[0];
  if (!node) return null;
  const lines = atLevel([node], "WORK_CENTER");
  const attention = lines.filter(needsAttention).length;
  return (
    <header className="node-head">
      <h2 className="clip" title={chain.map((each) => t.level[each.level]).join(" › ")}>
        {chain.map((each) => name(each.name)).join(" › ")}
      </h2>
      {lines.length > 1 && <span className="quiet nowrap">{t.command.lines(lines.length)}</span>}
      {attention > 0 && <span className="tag warn">! {attention}</span>}
      {node.level === "ENTERPRISE" && <ConnectedShare node={node.id} />}
      <span className="grow" />
      {lines.length > 1 && (
        <div className="node-oee">
          <OeeBar value={node.oee?.value ?? null} target={node.oee?.target ?? null} />
          <strong>{format.percent(node.oee?.value)}</strong>
        </div>
      )}
    </header>
  );
}
