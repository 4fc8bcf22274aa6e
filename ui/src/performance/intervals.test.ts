// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { intervalsOf } from "../../dev/plant";
import type { Reason } from "../data/types";
import { mergeInterval } from "./intervals";
import { byCode, leaves } from "./reasonTree";
import { isFollowing, rangeOf } from "./trendRange";

describe("a live interval", () => {
  const list = intervalsOf("u", 0, 20_000_000);
  const first = list[0];
  if (!first) throw new Error("no intervals");

  it("takes the place of its older version", () => {
    const merged = mergeInterval(list, { ...first, reason: "jam", version: 2 });
    expect(merged).toHaveLength(list.length);
    expect(merged[0]?.reason).toBe("jam");
  });

  it("that comes late does not undo a newer version", () => {
    const newer = mergeInterval(list, { ...first, reason: "jam", version: 3 });
    expect(mergeInterval(newer, { ...first, reason: null, version: 2 })[0]?.reason).toBe("jam");
  });

  it("that is new finds its place in time", () => {
    const without = list.filter((each) => each.id !== first.id);
    expect(mergeInterval(without, first)[0]?.id).toBe(first.id);
  });
});

describe("a reason tree", () => {
  const name = { en: "x", zh: "x" };
  const reason = (code: string, children: Reason[] = [], active = true): Reason => ({ code, name, loss: null, active, children });
  const tree = [reason("a", [reason("a1"), reason("a2", [], false)]), reason("b", [reason("b1", [], false)])];

  it("offers its leaves in use and knows the names of branches too", () => {
    expect(leaves(tree).map((leaf) => [leaf.code, leaf.group?.code])).toEqual([["a1", "a"], ["b", undefined]]);
    expect([...byCode(tree).keys()]).toEqual(["a", "a1", "a2", "b", "b1"]);
  });
});

describe("a trend's range", () => {
  it("that follows asks for the same address within one pulse", () => {
    const view = { span: "1h" } as const;
    expect(isFollowing(view)).toBe(true);
    expect(rangeOf(view, 1_200_001)).toEqual(rangeOf(view, 1_205_000));
    expect(rangeOf(view, 1_200_001).to - rangeOf(view, 1_200_001).from).toBe(3_600_000);
  });
});
