// SPDX-License-Identifier: Apache-2.0
// States over time, one row a machine: drag to zoom, double-click to go back, arrows and Enter for the keyboard.
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from "react";
import { useShownTheme } from "../app/theme";
import { useNow } from "../data/now";
import type { Interval } from "../data/types";
import { useLanguage } from "../language";
import { StateMark } from "../look/State";
import { type Bar, barAt, barsOf, paintRow, paletteOf } from "./timelinePaint";
import { type Range, instantAt, isDaily, needsSeconds, pixelOf, ticks } from "./scale";
import { useWidth } from "./useWidth";

export type TimelineRow = { id: string; label: string; intervals: readonly Interval[] };

type Props = {
  rows: readonly TimelineRow[];
  range: Range;
  onRange?: (range: Range | undefined) => void;
  onPick?: (interval: Interval) => void;
  reasonName: (code: string | null) => string;
  rowHeight?: number;
  /** Pixels left of the bars; labels go there. */
  gutter?: number;
  axis?: boolean;
};

const AXIS = 22;
type Hover = { bar: Bar; row: number; x: number };

export function Timeline({ rows, range, onRange, onPick, reasonName, rowHeight = 30, gutter = 128, axis = true }: Props) {
  const { t, format } = useLanguage();
  const theme = useShownTheme();
  const now = useNow();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = Math.max(0, useWidth(box) - gutter);
  const height = rows.length * rowHeight + (axis ? AXIS : 0);
  const [hover, setHover] = useState<Hover>();
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const [at, setAt] = useState<{ row: number; id: string }>();
  // Bars of closed intervals do not move with the clock; ten seconds are near enough for the open one.
  const clock = Math.floor(now / 10_000) * 10_000 + 10_000;
  const bars = useMemo(() => rows.map((row) => barsOf(row.intervals, range, width, clock)), [rows, range, width, clock]);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context || width <= 0) return;
    const ratio = devicePixelRatio || 1;
    element.width = width * ratio;
    element.height = height * ratio;
    context.scale(ratio, ratio);
    const palette = paletteOf(element);
    const style = getComputedStyle(element);
    context.font = `11px ${style.fontFamily}`;
    context.textBaseline = "middle";
    const { at: marks, step } = ticks(range, width);
    context.strokeStyle = palette.line;
    context.fillStyle = style.color;
    for (const mark of marks) {
      const x = Math.round(pixelOf(mark, range, width)) + 0.5;
      context.beginPath();
      context.moveTo(x, 0);
      context.lineTo(x, rows.length * rowHeight);
      context.stroke();
      if (!axis || x > width - 44) continue;
      const text = isDaily(step) ? format.date(mark) : needsSeconds(step) ? format.time(mark) : format.timeOfDay(mark);
      context.fillText(text, x + 3, rows.length * rowHeight + AXIS / 2 + 2);
    }
    const label = (interval: Interval) => reasonName(interval.reason) || t.state[interval.state];
    bars.forEach((row, index) =>
      paintRow(row, { context, palette, y: index * rowHeight + 4, height: rowHeight - 8, label }, at?.row === index ? at.id : undefined),
    );
    const end = pixelOf(now, range, width);
    if (end > 0 && end < width) {
      context.strokeStyle = palette.ink;
      context.setLineDash([2, 3]);
      context.beginPath();
      context.moveTo(end, 0);
      context.lineTo(end, rows.length * rowHeight);
      context.stroke();
      context.setLineDash([]);
    }
  }, [bars, range, width, height, rows.length, rowHeight, axis, theme, t, format, reasonName, at, now]);

  const place = (event: PointerEvent) => {
    const bounds = canvas.current?.getBoundingClientRect();
    const x = event.clientX - (bounds?.left ?? 0);
    const row = Math.floor((event.clientY - (bounds?.top ?? 0)) / rowHeight);
    return { x, row, bar: barAt(bars[row] ?? [], x) };
  };
  const move = (event: PointerEvent) => {
    const { x, row, bar } = place(event);
    setHover(bar ? { bar, row, x } : undefined);
    if (drag) setDrag({ ...drag, to: Math.min(width, Math.max(0, x)) });
  };
  const release = (event: PointerEvent) => {
    const { bar } = place(event);
    if (drag && Math.abs(drag.to - drag.from) > 6 && onRange) {
      const [a, b] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
      onRange({ from: instantAt(a, range, width), to: instantAt(b, range, width) });
    } else if (bar) onPick?.(bar.interval);
    setDrag(undefined);
  };
  const key = (event: KeyboardEvent) => {
    const row = at?.row ?? 0;
    const inRow = bars[row] ?? [];
    const index = inRow.findIndex((bar) => bar.interval.id === at?.id);
    const select = (toRow: number, toIndex: number) => {
      const bar = bars[toRow]?.[Math.max(0, Math.min((bars[toRow]?.length ?? 1) - 1, toIndex))];
      if (!bar) return;
      setAt({ row: toRow, id: bar.interval.id });
      setHover({ bar, row: toRow, x: bar.x + bar.width / 2 });
    };
    if (event.key === "ArrowRight") select(row, index + 1);
    else if (event.key === "ArrowLeft") select(row, index - 1);
    else if (event.key === "ArrowDown") select(Math.min(rows.length - 1, row + 1), 0);
    else if (event.key === "ArrowUp") select(Math.max(0, row - 1), 0);
    else if (event.key === "Enter" && inRow[index]) onPick?.(inRow[index].interval);
    else return;
    event.preventDefault();
  };
  const shown = hover?.bar.interval;
  const seconds = shown ? ((shown.to ? Date.parse(shown.to) : now) - Date.parse(shown.from)) / 1000 : 0;
  return (
    <div className="timeline" ref={box} style={{ height }}>
      {gutter > 20 && (
        <ul style={{ width: gutter }}>
          {rows.map((row) => (
            <li key={row.id} className="clip" style={{ height: rowHeight, lineHeight: `${rowHeight}px` }} title={row.label}>
              {row.label}
            </li>
          ))}
        </ul>
      )}
      <canvas
        ref={canvas}
        style={{ left: gutter, width, height, cursor: hover && onPick ? "pointer" : "crosshair" }}
        role="application"
        aria-label={`${t.chart.timeline}: ${rows.map((row) => row.label).join(", ")}`}
        tabIndex={0}
        onKeyDown={key}
        onBlur={() => setHover(undefined)}
        onPointerMove={move}
        onPointerLeave={() => {
          setHover(undefined);
          setDrag(undefined);
        }}
        onPointerDown={(event) => {
          const { x } = place(event);
          setDrag({ from: x, to: x });
        }}
        onPointerUp={release}
        onDoubleClick={() => onRange?.(undefined)}
      />
      {drag && onRange && Math.abs(drag.to - drag.from) > 6 && (
        <i
          className="brush"
          style={{ left: gutter + Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from), height: rows.length * rowHeight }}
        />
      )}
      {shown && hover && !(drag && Math.abs(drag.to - drag.from) > 6) && (
        <div
          className="tip"
          role="status"
          style={{
            left: Math.max(gutter + 112, Math.min(gutter + width - 112, gutter + hover.x)),
            top: hover.row * rowHeight + rowHeight + 4,
          }}
        >
          <strong className="row">
            <StateMark state={shown.state} />
            {reasonName(shown.reason) || t.state[shown.state]}
          </strong>
          <span>
            {format.time(shown.from)} – {shown.to ? format.time(shown.to) : t.say.now} · {format.duration(seconds)}
          </span>
          {shown.comment && <span className="second">{shown.comment}</span>}
        </div>
      )}
    </div>
  );
}
