// SPDX-License-Identifier: Apache-2.0
// 数据屏: the command centre for a screen on the wall, readable from across the room; it turns its own pages.
import { useEffect, useRef, useState } from "react";
import { useKeys } from "../app/keys";
import { useNow } from "../data/now";
import { atLevel } from "../data/plant";
import type { Overview, PlantNode } from "../data/types";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { OeeBar } from "../look/Oee";
import { StateMark, StateText } from "../look/State";
import { Losses, OnShift } from "./LineCard";
import { Since } from "./Since";
import { standingEverywhere, worstFirst } from "./attention";

const TURN_MS = 15_000;
/** Machines that stand still a card has room for. */
const SHOWN = 2;

/** How many columns and rows show `count` lines with the largest cards. */
export function wallGrid(count: number): { columns: number; rows: number; perPage: number } {
  const columns = count <= 1 ? 1 : count <= 4 ? 2 : 3;
  const rows = Math.min(3, Math.max(1, Math.ceil(count / columns)));
  return { columns, rows, perPage: columns * rows };
}

function WallCard({ line }: { line: PlantNode }) {
  const { t, name, format } = useLanguage();
  const below = line.oee?.value != null && line.oee.target != null && line.oee.value < line.oee.target;
  const standing = worstFirst(line.standing);
  // One look must find the line that needs somebody: a machine that is down marks the card even while others run.
  const edge = standing[0]?.state === "BREAKDOWN" ? "BREAKDOWN" : (line.state ?? "NOT_OBSERVED");
  return (
    <article className={`wall-card state-${edge}`}>
      <h2 className="clip">{name(line.name)}</h2>
      <header>
        <StateText state={line.state} strong />
        <span className="grow" />
        <Since at={line.since} />
      </header>
      <div className="big">
        <strong>{format.percent(line.oee?.value)}</strong>
        {line.oee?.target != null && (
          <span className={below ? "below" : "second"}>
            {below ? "▼ " : ""}
            {t.kpi.target} {format.percent(line.oee.target, 0)}
          </span>
        )}
      </div>
      <OeeBar value={line.oee?.value ?? null} target={line.oee?.target ?? null} />
      <Losses losses={line.losses} count={3} />
      {standing.slice(0, SHOWN).map((each) => (
        <p className="stands" key={each.id}>
          <StateMark state={each.state} />
          <span className="clip grow">{name(each.name)}</span>
          {each === standing[SHOWN - 1] && standing.length > SHOWN && <span className="second">+{standing.length - SHOWN}</span>}
          <Since at={each.since} />
        </p>
      ))}
      {standing.length < SHOWN && <OnShift node={line} />}
    </article>
  );
}

export function Wall({ overview, onClose }: { overview: Overview; onClose: () => void }) {
  const { t, name, format } = useLanguage();
  const now = useNow();
  const element = useRef<HTMLDivElement>(null);
  const [page, setPage] = useState(0);
  const lines = atLevel(overview.roots, "WORK_CENTER");
  const { columns, rows, perPage } = wallGrid(lines.length);
  const pages = Math.max(1, Math.ceil(lines.length / perPage));
  useKeys({ Escape: onClose, f: onClose, ArrowRight: () => setPage(page + 1), ArrowLeft: () => setPage(page + pages - 1) });
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  // Once for as long as the wall is shown: asking again at each live event would leave the full screen.
  useEffect(() => {
    let entered = false;
    void element.current?.requestFullscreen?.().catch(() => undefined);
    const left = () => {
      if (document.fullscreenElement) entered = true;
      else if (entered) close.current();
    };
    document.addEventListener("fullscreenchange", left);
    return () => {
      document.removeEventListener("fullscreenchange", left);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);
  useEffect(() => {
    if (pages < 2) return undefined;
    const timer = setInterval(() => setPage((shown) => shown + 1), TURN_MS);
    return () => clearInterval(timer);
  }, [pages]);
  const start = (page % pages) * perPage;
  const standing = standingEverywhere(overview.roots).length;
  return (
    <div className="wall" ref={element}>
      <header>
        <h1>{overview.roots.map((root) => name(root.name)).join(" · ")}</h1>
        <span className={standing ? "below" : "second"}>
          {standing ? `▼ ${t.command.standing} ${standing}` : t.command.nothingStands}
        </span>
        {pages > 1 && (
          <span className="second">
            {(page % pages) + 1} / {pages}
          </span>
        )}
        <time>{format.time(now)}</time>
        <button className="button bare square" onClick={onClose} aria-label={t.command.leaveWall} title={t.command.leaveWall}>
          <Icon name="close" />
        </button>
      </header>
      <div className="wall-grid" style={{ gridTemplateColumns: `repeat(${columns}, 1fr)`, gridTemplateRows: `repeat(${rows}, 1fr)` }}>
        {lines.slice(start, start + perPage).map((line) => (
          <WallCard key={line.id} line={line} />
        ))}
      </div>
    </div>
  );
}
