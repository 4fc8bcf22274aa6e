// SPDX-License-Identifier: Apache-2.0
// Paints state intervals on a canvas: thousands of bars without a DOM node each.
import type { Interval, State } from "../data/types";
import { STATE_COLOUR } from "../look/stateColour";
import { type Range, pixelOf } from "./scale";

export type Bar = { interval: Interval; x: number; width: number };

type Palette = { colours: Record<State, string>; ink: string; onDark: string; hatch: string; line: string; focus: string };

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const colours = Object.fromEntries(Object.entries(STATE_COLOUR).map(([state, name]) => [state, read(name)])) as Record<State, string>;
  return { colours, ink: read("--ink"), onDark: "#ffffff", hatch: read("--s-hatch"), line: read("--line"), focus: read("--focus") };
}

/** The bars that lie in the range, at least a pixel wide, so that no short stop vanishes. */
export function barsOf(intervals: readonly Interval[], range: Range, width: number, now: number): Bar[] {
  const bars: Bar[] = [];
  for (const interval of intervals) {
    const from = Date.parse(interval.from);
    const to = interval.to ? Date.parse(interval.to) : Math.max(now, from);
    if (to <= range.from || from >= range.to) continue;
    const x = Math.max(0, pixelOf(from, range, width));
    const end = Math.min(width, pixelOf(to, range, width));
    bars.push({ interval, x, width: Math.max(1, end - x) });
  }
  return bars;
}

/** The bar under a pixel; of several that touch it, the shortest, which is the hardest to hit. */
export function barAt(bars: readonly Bar[], pixel: number, slack = 3): Bar | undefined {
  let hit: Bar | undefined;
  for (const bar of bars) {
    const near = bar.width < 6 ? slack : 0;
    if (pixel < bar.x - near || pixel > bar.x + bar.width + near) continue;
    if (!hit || bar.width < hit.width) hit = bar;
  }
  return hit;
}

const LIGHT_TEXT: ReadonlySet<State> = new Set(["BREAKDOWN", "UNCLASSIFIED", "SETUP"]);

function hatch(context: CanvasRenderingContext2D, bar: Bar, y: number, height: number, colour: string, gap: number): void {
  context.save();
  context.beginPath();
  context.rect(bar.x, y, bar.width, height);
  context.clip();
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  for (let x = bar.x - height - ((bar.x - height) % gap); x < bar.x + bar.width; x += gap) {
    context.moveTo(x, y + height);
    context.lineTo(x + height, y);
  }
  context.stroke();
  context.restore();
}

export type Paint = {
  context: CanvasRenderingContext2D;
  palette: Palette;
  y: number;
  height: number;
  label: (interval: Interval) => string;
};

/** One row. Running is lower than a stop, so that stops stand out by shape as well as by colour. */
export function paintRow(bars: readonly Bar[], { context, palette, y, height, label }: Paint, selected?: string): void {
  // Running first: a one-pixel stop must not be covered by its neighbours.
  const ordered = [...bars].sort((a, b) => Number(b.interval.state === "RUNNING") - Number(a.interval.state === "RUNNING"));
  for (const bar of ordered) {
    const { state, reason } = bar.interval;
    const inset = state === "RUNNING" || state === "IDLE" || state === "NOT_OBSERVED" ? Math.round(height * 0.22) : 0;
    const top = y + inset;
    const tall = height - 2 * inset;
    context.fillStyle = palette.colours[state];
    context.fillRect(bar.x, top, bar.width, tall);
    if (state === "NOT_OBSERVED") hatch(context, bar, top, tall, palette.hatch, 6);
    if (state === "STARVED" || state === "BLOCKED") hatch(context, bar, top, tall, "rgb(0 0 0 / 28%)", state === "STARVED" ? 7 : 4);
    if (bar.width > 28 && state !== "RUNNING" && state !== "NOT_OBSERVED") {
      context.save();
      context.beginPath();
      context.rect(bar.x, top, bar.width - 4, tall);
      context.clip();
      context.fillStyle = LIGHT_TEXT.has(state) ? palette.onDark : state === "PLANNED_STOP" || state === "IDLE" ? palette.ink : "#1a1206";
      context.fillText(label(bar.interval) || (reason ?? ""), bar.x + 6, y + height / 2 + 0.5);
      context.restore();
    }
    if (bar.interval.id === selected) {
      context.strokeStyle = palette.ink;
      context.lineWidth = 2;
      context.strokeRect(bar.x - 1, y + 1, bar.width + 2, height - 2);
    }
  }
}
