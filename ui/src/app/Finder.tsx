// SPDX-License-Identifier: Apache-2.0
// "/" and a few letters: the fastest way to any screen, line or machine.
import { useMemo, useState } from "react";
import { flatten, useOverview } from "../data/plant";
import type { PlantNode } from "../data/types";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Dialog } from "../look/parts";
import { StateMark } from "../look/State";
import { matches } from "./match";
import { SCREENS, go, href } from "./route";

type Hit = { key: string; to: string; text: string; place: string; mark: React.ReactNode };

export function screenOf(node: PlantNode): string {
  if (node.level === "WORK_UNIT") return href("machine", node.id);
  if (node.level === "WORK_CENTER") return href("line", node.id);
  return href("downtime", node.id);
}

export function Finder({ onClose }: { onClose: () => void }) {
  const { t, name } = useLanguage();
  const { data } = useOverview();
  const [search, setSearch] = useState("");
  const [at, setAt] = useState(0);
  const all = useMemo<Hit[]>(() => {
    const screens = SCREENS.filter((screen) => screen !== "machine").map((screen) => ({
      key: screen,
      to: href(screen),
      text: t.screens[screen],
      place: "",
      mark: <Icon name={screen} />,
    }));
    const nodes = flatten(data?.roots ?? [])
      .filter((node) => node.level === "WORK_CENTER" || node.level === "WORK_UNIT")
      .map((node) => ({ key: node.id, to: screenOf(node), text: name(node.name), place: node.id, mark: <StateMark state={node.state} /> }));
    return [...screens, ...nodes];
  }, [data, name, t]);
  const hits = all.filter((hit) => matches(`${hit.text} ${hit.place}`, search)).slice(0, 40);
  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    go(hit.to);
  };
  return (
    <Dialog title={t.app.find} onClose={onClose}>
      <input
        className="input"
        autoFocus
        value={search}
        placeholder={t.app.findPlaceholder}
        aria-label={t.app.findPlaceholder}
        role="combobox"
        aria-expanded="true"
        aria-controls="hits"
        onChange={(event) => {
          setSearch(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt(Math.min(hits.length - 1, at + 1));
          else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
          else if (event.key === "Enter") choose(hits[at]);
          else return;
          event.preventDefault();
        }}
      />
      <ul className="hits scroll" id="hits" role="listbox">
        {hits.length === 0 && <li className="quiet">{t.app.nothingFound}</li>}
        {hits.map((hit, index) => (
          <li
            key={hit.key}
            role="option"
            aria-selected={index === at}
            ref={index === at ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(hit)}
          >
            {hit.mark}
            <span>{hit.text}</span>
            <span className="quiet small clip grow right">{hit.place}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
