// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import { useOverview } from "../data/plant";
import type { PlantNode } from "../data/types";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { StateMark } from "../look/State";
import { href, useRoute } from "./route";

function Branch({ node, depth, here }: { node: PlantNode; depth: number; here: string }) {
  const { name, t } = useLanguage();
  const isLine = node.level === "WORK_CENTER";
  const inside = here === node.id || here.startsWith(`${node.id}/`);
  const [open, setOpen] = useState<boolean>();
  const shown = open ?? (isLine ? inside : true);
  const indent = { paddingLeft: 8 + depth * 12 };
  const target = node.level === "WORK_UNIT" ? href("machine", node.id) : href("line", node.id);
  return (
    <li>
      <div className="branch" style={indent}>
        {node.children.length > 0 ? (
          <button className="twist" aria-expanded={shown} aria-label={name(node.name)} onClick={() => setOpen(!shown)}>
            <Icon name={shown ? "down" : "right"} />
          </button>
        ) : (
          <span className="twist" />
        )}
        {isLine || node.level === "WORK_UNIT" ? (
          <a href={target} aria-current={here === node.id ? "page" : undefined} title={node.state ? t.state[node.state] : undefined}>
            <span className="clip grow">{name(node.name)}</span>
            <StateMark state={node.state} />
          </a>
        ) : (
          <button className="group" onClick={() => setOpen(!shown)}>
            <span className="clip">{name(node.name)}</span>
          </button>
        )}
      </div>
      {shown && node.children.length > 0 && (
        <ul>
          {node.children.map((child) => (
            <Branch key={child.id} node={child} depth={depth + 1} here={here} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The hierarchy down to machines with their states, always at hand. */
export function PlantTree() {
  const { t } = useLanguage();
  const { data } = useOverview();
  const { rest } = useRoute();
  if (!data || data.roots.length === 0) return null;
  return (
    <section className="tree" aria-label={t.app.plant}>
      <h2 className="small quiet">{t.app.plant}</h2>
      <ul>
        {data.roots.map((root) => (
          <Branch key={root.id} node={root} depth={0} here={rest} />
        ))}
      </ul>
    </section>
  );
}
