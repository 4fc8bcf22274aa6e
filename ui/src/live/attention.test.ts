// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { overview } from "../../dev/plant";
import { atLevel } from "../data/plant";
import { needsAttention, standingEverywhere, worstFirst } from "./attention";

describe("what needs attention", () => {
  const lines = atLevel(overview("a-lot").roots, "WORK_CENTER");
  const calm = { ...lines[0], state: "RUNNING", connection: "ONLINE", standing: [] } as unknown as (typeof lines)[number];

  it("is not a line that runs, nor one in a planned stop", () => {
    expect(needsAttention(calm)).toBe(false);
    expect(needsAttention({ ...calm, state: "PLANNED_STOP" })).toBe(false);
  });

  it("is a line that lost its connection although its last state was running", () => {
    expect(needsAttention({ ...calm, connection: "OFFLINE" })).toBe(true);
  });

  it("lists what stands longest first", () => {
    const since = standingEverywhere(overview("a-lot").roots).map((each) => Date.parse(each.since));
    expect(since.length).toBeGreaterThan(3);
    expect(since).toEqual([...since].sort((a, b) => a - b));
  });

  it("puts what is broken before what only waits for it", () => {
    const at = (state: string, minute: number) => ({ id: state, state, since: `2026-03-02T08:0${minute}:00Z` }) as never;
    const order = worstFirst([at("STARVED", 1), at("UNCLASSIFIED", 2), at("BREAKDOWN", 3)]).map((each) => each.state);
    expect(order).toEqual(["BREAKDOWN", "UNCLASSIFIED", "STARVED"]);
  });
});
