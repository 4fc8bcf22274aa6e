// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { boundsOf, chosenIn, fromLocalInput, neighbour, toLocalInput } from "./period";

const now = new Date(2026, 10, 23, 14, 30, 20).getTime();

describe("a period", () => {
  it("without a word in the address is the shift now, whose bounds the server knows", () => {
    expect(chosenIn(new URLSearchParams(), now)).toEqual({ name: "shift", from: undefined, to: undefined });
  });

  it("of today begins at local midnight and ends at the next full minute", () => {
    expect(boundsOf("today", now)).toEqual([new Date(2026, 10, 23).getTime(), new Date(2026, 10, 23, 14, 31).getTime()]);
  });

  it("of yesterday is the day before, whole", () => {
    expect(boundsOf("yesterday", now)).toEqual([new Date(2026, 10, 22).getTime(), new Date(2026, 10, 23).getTime()]);
  });

  it("whose end lies before its start is not taken", () => {
    const backwards = new URLSearchParams({ from: "2026-11-23T10:00:00Z", to: "2026-11-23T09:00:00Z" });
    expect(chosenIn(backwards, now).name).toBe("shift");
  });

  it("has a neighbour of equal length, but none that lies wholly in the future", () => {
    const from = new Date(now - 3_600_000).toISOString();
    const to = new Date(now).toISOString();
    expect(neighbour(from, to, -1, now)).toEqual([new Date(now - 7_200_000).toISOString(), from]);
    expect(neighbour(from, to, 1, now)).toBeUndefined();
  });

  it("survives the input field to the minute", () => {
    const at = new Date(2026, 0, 5, 6, 7).toISOString();
    expect(fromLocalInput(toLocalInput(at))).toBe(at);
  });
});
