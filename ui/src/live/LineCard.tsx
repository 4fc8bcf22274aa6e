// SPDX-License-Identifier: Apache-2.0
import { href } from "../app/route";
import { lastCode } from "../data/plant";
import type { PlantNode } from "../data/types";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { OeeBar, OeeGap, OeeParts } from "../look/Oee";
import { ConnectionText, StateMark, StateText } from "../look/State";
import { Since } from "./Since";
import { worstFirst } from "./attention";
import { needsAttention } from "./attention";

/** The three largest losses as bars against the largest of them. */
export function Losses({ losses, count = 3 }: { losses: PlantNode["losses"]; count?: number }) {
  const { t, format } = useLanguage();
  const largest = losses.filter((loss) => loss.seconds > 0).sort((a, b) => b.seconds - a.seconds).slice(0, count);
  if (largest.length === 0) return <p className="quiet small losses-none">{t.command.noLosses}</p>;
  const most = largest[0]?.seconds ?? 1;
  return (
    <ul className="losses" aria-label={t.command.losses}>
      {largest.map((loss) => (
        <li key={loss.loss}>
          <span className="clip">{t.loss[loss.loss]}</span>
          <i aria-hidden="true">
            <b style={{ width: `${(loss.seconds / most) * 100}%` }} />
          </i>
          <span className="nowrap right">{format.duration(loss.seconds)}</span>
        </li>
      ))}
    </ul>
  );
}

export function OnShift({ node }: { node: PlantNode }) {
  const { t, shiftName } = useLanguage();
  const duty = node.onShift;
  const who = duty ? [shiftName(duty.shift), shiftName(duty.crew), duty.persons.join(", ")].filter(Boolean) : [];
  return (
    <p className="on-shift small second">
      <Icon name="user" />
      <span className="clip" title={`${t.command.onShift}: ${who.join(" · ")}`}>
        {who.length ? who.join(" · ") : t.command.nobody}
      </span>
    </p>
  );
}

export function StandingRows({ node, count = 2 }: { node: PlantNode; count?: number }) {
  const { t, name } = useLanguage();
  const rows = worstFirst(node.standing);
  return (
    <ul className="standing-rows">
      {rows.slice(0, count).map((row) => (
        <li key={row.id}>
          <StateMark state={row.state} />
          <span className="clip grow">{name(row.name) || lastCode(row.id)}</span>
          <span className="second">{t.state[row.state]}</span>
          <Since at={row.since} />
        </li>
      ))}
      {rows.length > count && <li className="quiet small">{t.command.more(rows.length - count)}</li>}
    </ul>
  );
}

export function LineCard({ line }: { line: PlantNode }) {
  const { t, name, format } = useLanguage();
  return (
    <a className={`line-card ${needsAttention(line) ? "attention" : ""}`} href={href("line", line.id)} data-node={line.id}>
      <header>
        <h3 className="clip">{name(line.name)}</h3>
        {line.connection !== "ONLINE" && <ConnectionText connection={line.connection} />}
      </header>
      <div className="now">
        <StateText state={line.state} strong />
        <span className="second">
          <Since at={line.since} />
        </span>
      </div>
      <div className="figure">
        <strong aria-label={t.command.today}>{format.percent(line.oee?.value)}</strong>
        <span className="small">
          <OeeGap oee={line.oee} />
        </span>
      </div>
      <OeeBar value={line.oee?.value ?? null} target={line.oee?.target ?? null} />
      <div className="small">
        <OeeParts oee={line.oee} />
      </div>
      <Losses losses={line.losses} />
      <div className="foot">
        {line.standing.length > 0 && <StandingRows node={line} />}
        <OnShift node={line} />
      </div>
    </a>
  );
}
