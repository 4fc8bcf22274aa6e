// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Interval, ParetoBar } from "../data/types";
import { cumulative } from "./cumulative";
import { pixelOf, ticks, zoomed } from "./scale";
import { barAt, barsOf } from "./timelinePaint";
import { fallOf } from "./waterfallSteps";

const interval = (from: number, to: number | null, state: Interval["state"]): Interval => ({
  id: `${from}`,
  unit: "u",
  from: new Date(from).toISOString(),
  to: to === null ? null : new Date(to).toISOString(),
  state,
  reason: null,
  comment: null,
  product: null,
  by: null,
  version: 1,
});

describe("a timeline", () => {
  const range = { from: 0, to: 1_000_000 };
  const intervals = [interval(0, 500_000, "RUNNING"), interval(500_000, 500_100, "BREAKDOWN"), interval(500_100, null, "RUNNING")];
  const bars = barsOf(intervals, range, 100, 800_000);

  it("never loses a stop that is shorter than a pixel", () => {
    expect(bars[1]?.width).toBe(1);
  });

  it("ends an open interval now, not at the end of the range", () => {
    const last = bars[2];
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(80);
  });

  it("gives the short stop to a finger that hits just beside it", () => {
    expect(barAt(bars, 52)?.interval.state).toBe("BREAKDOWN");
    expect(barAt(bars, 60)?.interval.state).toBe("RUNNING");
    expect(barAt(bars, 90)).toBeUndefined();
  });
});

describe("the time scale", () => {
  it("ticks at round local times, far enough apart to read", () => {
    const from = new Date(2026, 5, 1, 6, 3).getTime();
    const range = { from, to: from + 8 * 3_600_000 };
    const { at, step } = ticks(range, 800);
    expect(at.map((each) => new Date(each).getMinutes())).toEqual(at.map(() => 0));
    expect((step / (range.to - range.from)) * 800).toBeGreaterThanOrEqual(72);
  });

  it("keeps the instant under the cursor in place while it zooms", () => {
    const range = { from: 0, to: 100_000 };
    const closer = zoomed(range, 0.5, 25_000);
    expect(pixelOf(25_000, closer, 100)).toBeCloseTo(25);
    expect(closer.to - closer.from).toBe(50_000);
  });

  it("does not zoom below ten seconds", () => {
    const { from, to } = zoomed({ from: 0, to: 12_000 }, 0.1, 6000);
    expect(to - from).toBe(10_000);
  });
});

describe("the waterfall", () => {
  it("steps down from calendar time and leaves out what did not happen", () => {
    const falls = fallOf([
      { step: "CALENDAR_TIME", seconds: 100 },
      { step: "PLANNED_STOP", seconds: 0 },
      { step: "BREAKDOWN", seconds: 30 },
      { step: "MINOR_STOP", seconds: 10 },
      { step: "GOOD_PRODUCTION", seconds: 60 },
    ]);
    expect(falls.map(({ step, from, to }) => [step, from, to])).toEqual([
      ["CALENDAR_TIME", 0, 100],
      ["BREAKDOWN", 70, 100],
      ["MINOR_STOP", 60, 70],
      ["GOOD_PRODUCTION", 0, 60],
    ]);
  });
});

describe("the Pareto", () => {
  it("orders by length and adds up to one", () => {
    const bar = (key: string, seconds: number): ParetoBar => ({ key, name: { en: key, zh: key }, loss: null, seconds, count: 1 });
    const rows = cumulative([bar("b", 20), bar("none", 0), bar("a", 60), bar("c", 20)]);
    expect(rows.map((row) => row.key)).toEqual(["a", "b", "c"]);
    expect(rows[0]?.share).toBeCloseTo(0.6);
    expect(rows.at(-1)?.share).toBe(1);
  });
});
