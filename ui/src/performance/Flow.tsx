// SPDX-License-Identifier: Apache-2.0
// The machines of a line in flow order, with what lies between them.
import { Fragment } from "react";
import { href } from "../app/route";
import type { LineUnit } from "../data/types";
import { useLanguage } from "../language";
import { unitText } from "../language/unit";
import { ABNORMAL } from "../data/states";
import { StateText } from "../look/State";
import { Since } from "../live/Since";
import { lastCode } from "../data/plant";

function Buffer({ buffer }: { buffer: LineUnit["buffer"] }) {
  const { t, format } = useLanguage();
  if (!buffer) return <li className="arrow" aria-hidden="true" />;
  const share = buffer.capacity > 0 ? Math.min(1, buffer.level / buffer.capacity) : 0;
  const text = `${format.number(buffer.level, 0)} / ${format.number(buffer.capacity, 0)}`;
  return (
    <li className="buffer" title={`${t.line.buffer}: ${text}`}>
      <i className={share > 0.95 || share < 0.05 ? "edge" : ""}>
        <b style={{ height: `${share * 100}%` }} />
      </i>
      <span className="small second">{format.percent(share, 0)}</span>
      <span className="unseen">
        {t.line.buffer}: {text}
      </span>
    </li>
  );
}

function Speed({ speed }: { speed: LineUnit["speed"] }) {
  const { t, format } = useLanguage();
  if (!speed || speed.value === null) return <dd className="quiet">–</dd>;
  const slow = speed.setpoint !== null && speed.setpoint > 0 && speed.value < speed.setpoint * 0.95 && speed.value > 0;
  return (
    <dd title={speed.setpoint !== null ? `${t.line.setpoint}: ${format.number(speed.setpoint)} ${speed.unit}` : undefined}>
      {format.number(speed.value, speed.value >= 100 ? 0 : 1)} <span className="quiet">{unitText(speed.unit)}</span>
      {slow && speed.setpoint !== null && <span className="slow"> ▼ {format.percent(speed.value / speed.setpoint, 0)}</span>}
    </dd>
  );
}

export function Flow({ units, reasonName }: { units: readonly LineUnit[]; reasonName: (code: string | null) => string }) {
  const { t, name, format } = useLanguage();
  return (
    <ol className="flow scroll">
      {units.map((unit, index) => (
        <Fragment key={unit.id}>
          {index > 0 && <Buffer buffer={unit.buffer} />}
          <li className={unit.state && ABNORMAL.has(unit.state) ? "attention" : ""}>
            <a href={href("machine", unit.id)} data-node={unit.id}>
              <h3 className="clip">{name(unit.name) || lastCode(unit.id)}</h3>
              <StateText state={unit.state} strong />
              <p className="small second clip reason">
                <Since at={unit.since} />
                {unit.reason && ` · ${reasonName(unit.reason)}`}
              </p>
              <dl>
                <dt>{t.line.speed}</dt>
                <Speed speed={unit.speed} />
                <dt>{t.line.good}</dt>
                <dd>{format.number(unit.counts?.good)}</dd>
                <dt>{t.line.scrap}</dt>
                <dd>{format.number(unit.counts?.scrap)}</dd>
              </dl>
              {unit.product && <p className="small quiet clip">{unit.product}</p>}
            </a>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
