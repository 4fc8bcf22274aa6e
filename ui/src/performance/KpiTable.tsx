// SPDX-License-Identifier: Apache-2.0
// Every KPI with its formula; opened, its inputs, and from those down to intervals and counts.
import { Fragment, useState } from "react";
import { path } from "../data/api";
import { useResource } from "../data/resource";
import type { CountRecord, Interval, Kpi, Period } from "../data/types";
import { useLanguage } from "../language";
import { Icon } from "../look/Icon";
import { Answer, Panel, Segments } from "../look/parts";
import { StopList } from "./StopList";
import { kpiText, valueText } from "./kpiText";

type Props = { kpis: readonly Kpi[]; node: string; period: Period; unitName: (id: string) => string; reasonName: (code: string | null) => string; onPick: (interval: Interval) => void };

export function KpiTable({ kpis, node, period, unitName, reasonName, onPick }: Props) {
  const { t, name, format } = useLanguage();
  const [open, setOpen] = useState<string>();
  const [empty, setEmpty] = useState(false);
  const shown = empty ? kpis : kpis.filter((kpi) => kpi.value !== null);
  return (
    <Panel
      title={t.machine.kpis}
      flush
      tools={
        <button className="button bare tiny" onClick={() => setEmpty(!empty)} aria-pressed={empty}>
          {empty ? t.machine.hideEmpty : t.machine.showEmpty(kpis.length - shown.length)}
        </button>
      }
    >
      <div className="scroll">
        <table className="table kpis">
          <thead>
            <tr>
              <th style={{ width: 32 }}>#</th>
              <th>{t.machine.kpi}</th>
              <th>{t.machine.formula}</th>
              <th className="number">{t.machine.value}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((kpi) => (
              <Fragment key={kpi.id}>
                <tr
                  tabIndex={0}
                  className={open === kpi.id ? "open" : ""}
                  aria-expanded={open === kpi.id}
                  onClick={() => setOpen(open === kpi.id ? undefined : kpi.id)}
                  onKeyDown={(event) => {
                    if (event.key === "Enter" || event.key === " ") {
                      event.preventDefault();
                      setOpen(open === kpi.id ? undefined : kpi.id);
                    }
                  }}
                >
                  <td className="quiet">{kpi.number ?? ""}</td>
                  <td>
                    {name(kpi.name)} {kpi.variant && <span className="tag">{kpi.variant}</span>}
                  </td>
                  <td className="mono second">{kpi.formula}</td>
                  <td className="number">
                    <strong>{kpiText(kpi, format)}</strong>
                  </td>
                </tr>
                {open === kpi.id && (
                  <tr>
                    <td />
                    <td colSpan={3}>
                      <Opened id={kpi.id} first={kpi} node={node} period={period} unitName={unitName} reasonName={reasonName} onPick={onPick} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

/** A KPI in all its variants, each with everything that it was made of. */
function Opened({ id, first, ...rest }: Omit<Props, "kpis"> & { id: string; first: Kpi }) {
  const { t, format } = useLanguage();
  const whole = useResource<Kpi[]>(path("/api/kpis", { node: rest.node, from: rest.period.from, to: rest.period.to, id }));
  const variants = whole.data?.filter((kpi) => kpi.id === id) ?? [];
  const usual = variants.find((kpi) => kpi.variant === first.variant) ?? first;
  const others = variants.filter((kpi) => kpi.variant !== first.variant);
  return (
    <div className="column" style={{ gap: 12, paddingBottom: 8 }}>
      <Inputs kpi={usual} {...rest} />
      {others.length > 0 && (
        <table className="table variants">
          <caption className="small quiet">{t.machine.variants}</caption>
          <tbody>
            {others.map((kpi) => (
              <tr key={kpi.variant}>
                <td>{kpi.variant}</td>
                <td className="mono second">{kpi.formula}</td>
                <td className="number">{kpiText(kpi, format)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

type Below = "none" | "intervals" | "counts";

function Inputs({ kpi, node, period, unitName, reasonName, onPick }: Omit<Props, "kpis"> & { kpi: Kpi }) {
  const { t, name, format } = useLanguage();
  const [below, setBelow] = useState<Below>("none");
  return (
    <div className="column" style={{ gap: 12 }}>
      <dl className="inputs">
        {kpi.inputs.map((input) => (
          <div key={input.symbol}>
            <dt>
              <span className="mono">{input.symbol}</span> · {name(input.name)}
            </dt>
            <dd>{valueText(input.value, input.unit, format)}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <Icon name="stack" />
        <Segments<Below>
          label={t.machine.from}
          value={below}
          onChange={setBelow}
          choices={[
            { value: "none", text: t.machine.from },
            { value: "intervals", text: `${t.machine.intervals}${kpi.intervals.length ? ` (${kpi.intervals.length})` : ""}` },
            { value: "counts", text: `${t.machine.counts}${kpi.counts.length ? ` (${kpi.counts.length})` : ""}` },
          ]}
        />
      </div>
      {below === "intervals" && <OfIntervals kpi={kpi} node={node} period={period} unitName={unitName} reasonName={reasonName} onPick={onPick} />}
      {below === "counts" && <OfCounts kpi={kpi} node={node} period={period} unitName={unitName} />}
    </div>
  );
}

function OfIntervals({ kpi, node, period, unitName, reasonName, onPick }: Omit<Props, "kpis"> & { kpi: Kpi }) {
  const { t } = useLanguage();
  const all = useResource<Interval[]>(path("/api/intervals", { node, from: period.from, to: period.to }));
  const wanted = new Set(kpi.intervals);
  return (
    <Answer of={all}>
      {(list) => (
        <StopList
          stops={wanted.size ? list.filter((each) => wanted.has(each.id)) : list}
          unitName={unitName}
          reasonName={reasonName}
          onPick={onPick}
          empty={t.downtime.none}
        />
      )}
    </Answer>
  );
}

function OfCounts({ kpi, node, period, unitName }: { kpi: Kpi; node: string; period: Period; unitName: (id: string) => string }) {
  const { t, format } = useLanguage();
  const all = useResource<CountRecord[]>(path("/api/counts", { node, from: period.from, to: period.to }));
  const wanted = new Set(kpi.counts.map(String));
  return (
    <Answer of={all}>
      {(list) => (
        <div className="scroll samples">
          <table className="table">
            <thead>
              <tr>
                <th>{t.machine.time}</th>
                <th>{t.level.WORK_UNIT}</th>
                <th>{t.machine.product}</th>
                <th className="number">{t.line.total}</th>
                <th className="number">{t.line.good}</th>
                <th className="number">{t.line.scrap}</th>
                <th className="number">{t.line.rework}</th>
              </tr>
            </thead>
            <tbody>
              {list
                .filter((each) => wanted.size === 0 || wanted.has(String(each.id)))
                .map((each) => (
                  <tr key={each.id}>
                    <td className="nowrap">
                      {format.moment(each.from)} – {format.timeOfDay(each.to)}
                    </td>
                    <td>{unitName(each.unit)}</td>
                    <td>{each.product}</td>
                    <td className="number">{format.number(each.total)}</td>
                    <td className="number">{format.number(each.good)}</td>
                    <td className="number">{format.number(each.scrap)}</td>
                    <td className="number">{format.number(each.rework)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </Answer>
  );
}
