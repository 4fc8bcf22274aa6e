// SPDX-License-Identifier: Apache-2.0
// The plant at a glance: every line with its state, OEE against target, losses, crew and what stands still.
import { useState } from "react";
import { href } from "../app/route";
import { useKeys } from "../app/keys";
import { atLevel, useOverview } from "../data/plant";
import { useMay } from "../data/session";
import type { Overview, PlantNode } from "../data/types";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Answer, Check, Empty } from "../look/parts";
import { LineCard } from "./LineCard";
import { NodeHead } from "./NodeHead";
import { StandingList } from "./StandingList";
import { Wall } from "./Wall";
import { needsAttention } from "./attention";
import "./command.css";

function NoEquipment() {
  const { t } = useLanguage();
  const may = useMay();
  return (
    <Empty icon="command" title={t.command.emptyTitle}>
      <p>{t.command.empty}</p>
      {may("ENGINEER") && (
        <div className="row">
          <a className="button" href={href("devices")}>
            {t.command.toDevices}
          </a>
          <a className="button" href={href("equipment", "files")}>
            {t.command.toEquipment}
          </a>
        </div>
      )}
    </Empty>
  );
}

/** Down to where the plant branches: a site with one area is one heading, not two. */
function chainOf(node: PlantNode): PlantNode[] {
  const [only, ...others] = node.children;
  return only && others.length === 0 && only.level !== "WORK_CENTER" ? [node, ...chainOf(only)] : [node];
}

function Group({ node, onlyAbnormal }: { node: PlantNode; onlyAbnormal: boolean }) {
  const shown = (line: PlantNode): boolean => !onlyAbnormal || needsAttention(line);
  const chain = node.level === "ENTERPRISE" ? [node] : chainOf(node);
  const children = chain.at(-1)?.children ?? [];
  const lines = children.filter((child) => child.level === "WORK_CENTER" && shown(child));
  const groups = children.filter((child) => child.level !== "WORK_CENTER" && child.level !== "WORK_UNIT");
  if (onlyAbnormal && !atLevel([node], "WORK_CENTER").some(shown)) return null;
  // A group is as wide as its lines need, so that small groups share a row.
  const basis = groups.length > 0 ? "100%" : `${Math.min(3, Math.max(1, lines.length)) * 276 - 12}px`;
  return (
    <section className={`group-${node.level.toLowerCase()}`} style={{ flex: `${Math.max(1, lines.length)} 1 ${basis}` }}>
      <NodeHead chain={chain} />
      {lines.length > 0 && (
        <div className="cards">
          {lines.map((line) => (
            <LineCard key={line.id} line={line} />
          ))}
        </div>
      )}
      {groups.length > 0 && (
        <div className="siblings">
          {groups.map((group) => (
            <Group key={group.id} node={group} onlyAbnormal={onlyAbnormal} />
          ))}
        </div>
      )}
    </section>
  );
}

function Plant({ overview, onlyAbnormal }: { overview: Overview; onlyAbnormal: boolean }) {
  const { t } = useLanguage();
  const quiet = onlyAbnormal && !atLevel(overview.roots, "WORK_CENTER").some(needsAttention);
  return (
    <div className="command">
      <div className="groups">
        {quiet && <Empty icon="check" title={t.command.nothingAbnormal} />}
        {overview.roots.map((root) => (
          <Group key={root.id} node={root} onlyAbnormal={onlyAbnormal} />
        ))}
      </div>
      <StandingList roots={overview.roots} />
    </div>
  );
}

export function CommandCentre() {
  const { t, format } = useLanguage();
  const overview = useOverview();
  const [onlyAbnormal, setOnlyAbnormal] = useState(false);
  const [wall, setWall] = useState(false);
  useKeys({ f: () => setWall(true) });
  if (wall && overview.data) return <Wall overview={overview.data} onClose={() => setWall(false)} />;
  return (
    <div className="page">
      <div className="head">
        <h1>{t.screens.command}</h1>
        {overview.data && <span className="quiet">{t.command.asOf(format.time(overview.data.at))}</span>}
        <div className="end">
          <Check label={t.command.onlyAbnormal} checked={onlyAbnormal} onChange={setOnlyAbnormal} />
          <button className="button" onClick={() => setWall(true)} disabled={!overview.data?.roots.length}>
            <Icon name="wall" />
            {t.command.wall}
          </button>
        </div>
      </div>
      <Answer of={overview} height={480}>
        {(data) => (data.roots.length === 0 ? <NoEquipment /> : <Plant overview={data} onlyAbnormal={onlyAbnormal} />)}
      </Answer>
    </div>
  );
}
