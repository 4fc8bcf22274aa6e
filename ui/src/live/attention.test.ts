// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { overview } from "../../dev/plant";
import { atLevel } from "../data/plant";
import { needsAttention, standingEverywhere } from "./attention";

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
});
