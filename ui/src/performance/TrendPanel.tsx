// SPDX-License-Identifier: Apache-2.0
// Curves of a machine with its states under them, over one range that zooms and pans for all.
import { useEffect, useMemo, useRef, useState } from "react";
import { Plot, Y_AXIS } from "../chart/Plot";
import { Timeline } from "../chart/Timeline";
import { held } from "../chart/held";
import type { Range } from "../chart/scale";
import { useWidth } from "../chart/useWidth";
import { path } from "../data/api";
import { useNow } from "../data/now";
import { useResource } from "../data/resource";
import type { Interval, PropertyValue, TrendSeries, Trends } from "../data/types";
import { useLanguage } from "../language";
import { unitText } from "../language/unit";
import { Icon } from "../look/Icon";
import { Empty, Failure, Panel, Segments, Skeleton } from "../look/parts";
import { SPANS, type Span, type View, isFollowing, rangeOf } from "./trendRange";

const COLOURS = ["--t1", "--t2", "--t3", "--t4", "--t5", "--t6"];

type Props = {
  unit: string;
  properties: readonly PropertyValue[];
  tags: readonly number[];
  onRemove: (tag: number) => void;
  onPick: (interval: Interval) => void;
  reasonName: (code: string | null) => string;
};

/** The last answer stays on screen while the next one is on its way. */
function useKept<T>(data: T | undefined, key: string): T | undefined {
  const [kept, setKept] = useState<{ key: string; data: T }>();
  if (data !== undefined && (kept?.data !== data || kept.key !== key)) setKept({ key, data });
  return data ?? (kept?.key === key ? kept.data : undefined);
}

type Group = { unit: string; series: TrendSeries[]; colours: string[] };

/** Curves of one unit of measure share a plot. */
function groupsOf(series: readonly TrendSeries[], tags: readonly number[], unitOf: (tag: number) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const each of series) {
    const unit = each.unit ?? unitOf(each.tag);
    const group = groups.get(unit) ?? { unit, series: [], colours: [] };
    group.series.push(each);
    group.colours.push(COLOURS[tags.indexOf(each.tag) % COLOURS.length] ?? "--t6");
    groups.set(unit, group);
  }
  return [...groups.values()];
}

export default function TrendPanel({ unit, properties, tags, onRemove, onPick, reasonName }: Props) {
  const { t, name, format } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const now = useNow();
  const [view, setView] = useState<View>({ span: "1h" });
  const [history, setHistory] = useState<View[]>([]);
  const { from, to } = rangeOf(view, now);
  const range = useMemo(() => ({ from, to }), [from, to]);
  const period = { from: new Date(Math.round(from)).toISOString(), to: new Date(Math.round(to)).toISOString() };
  const key = tags.join(",");
  const points = Math.min(2000, Math.max(200, Math.round((width - Y_AXIS) / 100) * 100));
  const fetched = useResource<Trends>(key && width ? path("/api/trends", { tags: key, ...period, points }) : null);
  const states = useResource<Interval[]>(path("/api/intervals", { node: unit, ...period }));
  const trends = useKept(fetched.data, key);
  const intervals = useKept(states.data, unit) ?? [];
  const property = (tag: number) => properties.find((each) => each.tag === tag);
  const raw = trends?.resolution === "raw";
  const until = Math.min(to, Math.floor(now / 5000) * 5000);
  const groups = useMemo(
    () => groupsOf((trends?.series ?? []).map((each) => (raw ? held(each, until) : each)), tags, (tag) => properties.find((each) => each.tag === tag)?.unit ?? ""),
    // Units do not change with each live value.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [trends, key, raw, until],
  );
  const zoomTo = (next: Range | undefined) => {
    if (next) {
      if (isFollowing(view)) setHistory([...history.slice(-20), view]);
      setView(next);
    } else {
      setView(history.at(-1) ?? { span: "1h" });
      setHistory(history.slice(0, -1));
    }
  };
  return (
    <Panel
      title={t.machine.trends}
      tools={
        <>
          <span className="quiet small">{trends ? t.machine.resolution[trends.resolution as "raw" | "1m" | "1h"] ?? trends.resolution : ""}</span>
          <Segments<Span | "">
            label={t.period.label}
            value={isFollowing(view) ? view.span : ""}
            choices={(Object.keys(SPANS) as Span[]).map((value) => ({ value, text: t.machine.spans[value] }))}
            onChange={(span) => span && setView({ span })}
          />
        </>
      }
    >
      <div className="trend" ref={box}>
        {!isFollowing(view) && (
          <div className="row small">
            <span className="second">
              {format.dateTime(from)} – {format.dateTime(to)} · {format.duration((to - from) / 1000)}
            </span>
            <span className="grow" />
            <button className="button tiny" onClick={() => setView({ span: "1h" })}>
              {t.machine.follow}
            </button>
          </div>
        )}
        {tags.length === 0 && <Empty icon="machine">{t.machine.chooseTags}</Empty>}
        {tags.length > 0 && !trends && (fetched.error ? <Failure error={fetched.error} reload={fetched.reload} /> : <Skeleton height={200} />)}
        {width > 0 &&
          groups.map((group) => (
            <CurveGroup
              key={group.unit}
              group={group}
              width={width}
              range={range}
              syncKey={unit}
              stepped={raw}
              onRange={zoomTo}
              onRemove={onRemove}
              nameOf={(tag) => name(property(tag)?.name) || property(tag)?.property || `#${tag}`}
            />
          ))}
        <Timeline
          rows={[{ id: unit, label: t.line.state, intervals }]}
          range={range}
          onRange={zoomTo}
          onPick={onPick}
          reasonName={reasonName}
          gutter={Y_AXIS}
          rowHeight={34}
          axis={tags.length === 0}
        />
      </div>
    </Panel>
  );
}

type CurveProps = {
  group: Group;
  width: number;
  range: Range;
  syncKey: string;
  stepped: boolean;
  onRange: (range: Range | undefined) => void;
  onRemove: (tag: number) => void;
  nameOf: (tag: number) => string;
};

function CurveGroup({ group, width, range, syncKey, stepped, onRange, onRemove, nameOf }: CurveProps) {
  const { t, format } = useLanguage();
  const legend = useRef<HTMLUListElement>(null);
  // The cursor moves sixty times a second: its figures are written past React.
  const write = (values: Map<number, number | null> | undefined) => {
    for (const each of group.series) {
      const cell = legend.current?.querySelector(`[data-tag="${each.tag}"]`);
      const last = each.value.findLast((value) => value !== null);
      if (cell) cell.textContent = format.number(values ? values.get(each.tag) : last);
    }
  };
  useEffect(() => write(undefined));
  return (
    <div>
      <ul className="legend" ref={legend}>
        {group.series.map((each, index) => (
          <li key={each.tag}>
            <i style={{ background: `var(${group.colours[index] ?? "--t6"})` }} />
            {nameOf(each.tag)}
            <strong data-tag={each.tag} />
            <span className="quiet">{unitText(group.unit)}</span>
            <button aria-label={`${t.do.remove}: ${nameOf(each.tag)}`} onClick={() => onRemove(each.tag)}>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <Plot
        series={group.series}
        colours={group.colours}
        unit={group.unit}
        range={range}
        width={width}
        syncKey={syncKey}
        stepped={stepped}
        onRange={onRange}
        onCursor={write}
      />
    </div>
  );
}
