// SPDX-License-Identifier: Apache-2.0
import { useState } from "react";
import type { Resource } from "../data/resource";
import type { Reason } from "../data/types";
import { useLanguage } from "../language";
import { Answer, Empty } from "../look/parts";
import { matches } from "../app/match";
import { type Leaf, leaves } from "./reasonTree";
import { recentReasons } from "./reasons";

type Props = {
  reasons: Resource<Reason[]> & { reload: () => void };
  chosen: string | null;
  onChoose: (code: string) => void;
};

/** The reason tree as large buttons under their groups; the ones used last come first. */
export function ReasonButtons({ reasons, chosen, onChoose }: Props) {
  const { t, name } = useLanguage();
  const [search, setSearch] = useState("");
  const button = (leaf: Leaf) => (
    <button key={leaf.code} className="button reason-button" aria-pressed={leaf.code === chosen} onClick={() => onChoose(leaf.code)}>
      <span>{name(leaf.name) || leaf.code}</span>
      {leaf.loss && <span className="small quiet">{t.loss[leaf.loss]}</span>}
    </button>
  );
  return (
    <Answer of={reasons}>
      {(tree) => {
        const all = leaves(tree);
        const found = all.filter((leaf) => matches(`${name(leaf.name)} ${leaf.code} ${name(leaf.group?.name)}`, search));
        const recent = recentReasons()
          .map((code) => found.find((leaf) => leaf.code === code))
          .filter((leaf) => leaf !== undefined);
        const groups = [...new Set(found.map((leaf) => leaf.group))];
        return (
          <div className="reasons">
            {all.length > 12 && (
              <input className="input" type="search" placeholder={t.do.search} aria-label={t.do.search} value={search} onChange={(event) => setSearch(event.target.value)} />
            )}
            {recent.length > 0 && !search && (
              <section>
                <h3>{t.downtime.recent}</h3>
                <div className="buttons">{recent.map(button)}</div>
              </section>
            )}
            {groups.map((group) => (
              <section key={group?.code ?? ""}>
                <h3>{group ? name(group.name) : t.downtime.general}</h3>
                <div className="buttons">{found.filter((leaf) => leaf.group === group).map(button)}</div>
              </section>
            ))}
            {found.length === 0 && <Empty>{t.app.nothingFound}</Empty>}
          </div>
        );
      }}
    </Answer>
  );
}
