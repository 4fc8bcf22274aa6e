// SPDX-License-Identifier: Apache-2.0
// One plot of curves that share a unit of measure. Cursors of all plots with the same key move together.
import { useEffect, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useShownTheme } from "../app/theme";
import type { TrendSeries } from "../data/types";
import { useLanguage } from "../language";
import { type Range, isDaily, needsSeconds, ticks, zoomed } from "./scale";
import { alignedData } from "./aligned";

export const Y_AXIS = 64;
const HEIGHT = 200;

type Props = {
  series: readonly TrendSeries[];
  colours: readonly string[];
  unit: string;
  range: Range;
  width: number;
  syncKey: string;
  /** Each value holds until the next, as for samples that are sent on change. */
  stepped: boolean;
  onRange: (range: Range | undefined) => void;
  /** Called with the values under the cursor, or with nothing when it left. */
  onCursor: (values: Map<number, number | null> | undefined, at?: number) => void;
};

/** Wheel with Ctrl zooms around the cursor, wheel with Shift or a drag with Shift pans. */
function gestures(plot: uPlot, range: () => Range, onRange: (range: Range) => void): () => void {
  const over = plot.over;
  let panned: { x: number; from: Range } | undefined;
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.shiftKey && !event.metaKey) return;
    event.preventDefault();
    const now = range();
    if (event.shiftKey) {
      const step = ((now.to - now.from) / 10) * Math.sign(event.deltaY || event.deltaX);
      onRange({ from: now.from + step, to: now.to + step });
    } else onRange(zoomed(now, event.deltaY > 0 ? 1.25 : 0.8, plot.posToVal(event.offsetX, "x")));
  };
  const down = (event: MouseEvent) => {
    if (!event.shiftKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    panned = { x: event.clientX, from: range() };
  };
  const move = (event: MouseEvent) => {
    if (!panned) return;
    const by = ((panned.x - event.clientX) / over.clientWidth) * (panned.from.to - panned.from.from);
    onRange({ from: panned.from.from + by, to: panned.from.to + by });
  };
  const up = () => {
    panned = undefined;
  };
  over.addEventListener("wheel", wheel, { passive: false });
  over.addEventListener("mousedown", down, { capture: true });
  addEventListener("mousemove", move);
  addEventListener("mouseup", up);
  return () => {
    removeEventListener("mousemove", move);
    removeEventListener("mouseup", up);
  };
}

export function Plot(props: Props) {
  const { format } = useLanguage();
  const theme = useShownTheme();
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const shape = `${props.stepped} ${props.series.map((each) => `${each.tag}${each.min ? "b" : ""}`).join(",")}`;

  useEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const style = getComputedStyle(element);
    const read = (name: string) => style.getPropertyValue(name).trim();
    const { series, colours, syncKey, unit, stepped } = latest.current;
    const paths = (stepped ? uPlot.paths.stepped?.({ align: 1 }) : undefined) ?? uPlot.paths.linear?.();
    const banded = series.length === 1 && Boolean(series[0]?.min && series[0].max);
    const axis: uPlot.Axis = {
      stroke: read("--ink-3"),
      font: `11px ${style.fontFamily}`,
      grid: { stroke: read("--line"), width: 1 },
      ticks: { show: false },
    };
    const curve = (colour: string): uPlot.Series => ({ stroke: read(colour), width: 1.5, points: { show: false }, spanGaps: false, ...(paths ? { paths } : {}) });
    const edge: uPlot.Series = { stroke: "transparent", points: { show: false } };
    const first = read(colours[0] ?? "--t1");
    const options: uPlot.Options = {
      width: latest.current.width,
      height: HEIGHT,
      ms: 1,
      padding: [10, 0, 0, 0],
      legend: { show: false },
      cursor: {
        sync: { key: syncKey, setSeries: false },
        drag: { x: true, y: false, setScale: false },
        points: { size: 6 },
        bind: { dblclick: () => () => (latest.current.onRange(undefined), null) },
      },
      scales: { x: { time: true, range: () => [latest.current.range.from, latest.current.range.to] } },
      axes: [
        {
          ...axis,
          size: 24,
          gap: 4,
          // The same ticks as the state timeline below, so that one grid runs through both.
          splits: (_plot, _index, from, to) => ticks({ from, to }, latest.current.width - Y_AXIS).at,
          values: (_plot, splits) => {
            const { step } = ticks(latest.current.range, latest.current.width - Y_AXIS);
            return splits.map((at) => (isDaily(step) ? format.date(at) : needsSeconds(step) ? format.time(at) : format.timeOfDay(at)));
          },
        },
        {
          ...axis,
          size: Y_AXIS,
          gap: 6,
          values: (_plot, splits) => splits.map((value) => format.number(value)),
        },
      ],
      series: [{}, ...series.map((_, index) => curve(colours[index] ?? "--t6")), ...(banded ? [edge, edge] : [])],
      bands: banded ? [{ series: [3, 2], fill: `color-mix(in srgb, ${first} 20%, transparent)` }] : [],
      hooks: {
        setSelect: [
          (self) => {
            if (self.select.width < 5) return;
            const from = self.posToVal(self.select.left, "x");
            const to = self.posToVal(self.select.left + self.select.width, "x");
            self.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
            latest.current.onRange({ from, to });
          },
        ],
        setCursor: [
          (self) => {
            const { idx } = self.cursor;
            const at = idx === null || idx === undefined ? undefined : self.data[0][idx];
            if (idx === null || idx === undefined || at === undefined) return latest.current.onCursor(undefined);
            const values = latest.current.series.map((each, index) => [each.tag, self.data[index + 1]?.[idx] ?? null] as const);
            return latest.current.onCursor(new Map(values), at);
          },
        ],
      },
    };
    const made = new uPlot(options, alignedData(series), element);
    plot.current = made;
    const silence = gestures(made, () => latest.current.range, (range) => latest.current.onRange(range));
    element.setAttribute("aria-label", unit);
    return () => {
      silence();
      made.destroy();
      plot.current = null;
    };
    // A new plot only for other curves, another theme or another language; data, range and size are set below.
  }, [shape, theme, format]);

  useEffect(() => plot.current?.setData(alignedData(props.series)), [props.series]);
  useEffect(() => plot.current?.setScale("x", { min: props.range.from, max: props.range.to }), [props.range.from, props.range.to]);
  useEffect(() => plot.current?.setSize({ width: props.width, height: HEIGHT }), [props.width]);
  return <div className="plot" ref={box} role="img" style={{ minHeight: HEIGHT }} />;
}
