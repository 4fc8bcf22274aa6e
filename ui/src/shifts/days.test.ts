// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { mondayOf, piecesOf, plusDays } from "./days";

describe("a week of shifts", () => {
  const monday = new Date(2026, 10, 23).getTime();
  const night = {
    businessDate: "2026-11-23",
    shift: "夜班",
    crew: "甲",
    from: new Date(2026, 10, 23, 20).toISOString(),
    to: new Date(2026, 10, 24, 8).toISOString(),
    persons: [],
  };

  it("begins on Monday, also seen from a Sunday night", () => {
    expect(mondayOf(new Date(2026, 10, 29, 23, 59).getTime())).toBe(monday);
  });

  it("shows a night shift on both of its calendar days and names it on the first", () => {
    const [first] = piecesOf([night], monday);
    const [second] = piecesOf([night], plusDays(monday, 1));
    expect(first).toMatchObject({ from: 20 / 24, to: 1, begins: true });
    expect(second).toMatchObject({ from: 0, to: 8 / 24, begins: false });
    expect(piecesOf([night], plusDays(monday, 2))).toEqual([]);
  });
});
