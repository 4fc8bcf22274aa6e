// SPDX-License-Identifier: Apache-2.0
import { href } from "../app/route";
import { lastCode } from "../data/plant";
import type { PlantNode } from "../data/types";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Empty, Panel } from "../look/parts";
import { StateMark } from "../look/State";
import { Since } from "./Since";
import { standingEverywhere } from "./attention";

/** What stands still anywhere in the plant, longest first. */
export function StandingList({ roots, limit = 30 }: { roots: readonly PlantNode[]; limit?: number }) {
  const { t, name } = useLanguage();
  const all = standingEverywhere(roots);
  return (
    <Panel title={t.command.standing} tools={<span className="quiet count">{all.length || ""}</span>} flush className="standing-list">
      {all.length === 0 ? (
        <Empty>
          <Icon name="check" />
          {t.command.nothingStands}
        </Empty>
      ) : (
        <ul>
          {all.slice(0, limit).map((each) => (
            <li key={each.id}>
              <a href={href("machine", each.id)}>
                <StateMark state={each.state} />
                <span className="grow column">
                  <span className="clip">{name(each.name) || lastCode(each.id)}</span>
                  <span className="small quiet clip">
                    {t.state[each.state]} · {name(each.line.name)}
                  </span>
                </span>
                <strong>
                  <Since at={each.since} />
                </strong>
              </a>
            </li>
          ))}
          {all.length > limit && <li className="quiet more">{t.command.more(all.length - limit)}</li>}
        </ul>
      )}
    </Panel>
  );
}
