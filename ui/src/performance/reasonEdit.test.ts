// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { AS_BOOKED, type EditedReason, NO_LOSS, below, changed, chosenLoss, lossChoice, moved, partsOf, rowsFor, treeRows } from "./reasonEdit";

const reason = (code: string, parent: string | null = null, more: Partial<EditedReason> = {}): EditedReason => ({
  code,
  parent,
  name: { en: code, zh: code },
  state: "BREAKDOWN",
  loss: "BREAKDOWN",
  machineCodes: [],
  classes: [],
  active: true,
  ...more,
});

const TREE = [reason("b1", "b"), reason("a"), reason("a1", "a"), reason("b"), reason("a2", "a"), reason("a21", "a2")];
const codes = (reasons: readonly EditedReason[]) => treeRows(reasons).map((row) => row.reason.code);

describe("the tree of an editor", () => {
  it("shows each reason followed by what is below it, wherever it stands in the list", () => {
    expect(codes(TREE)).toEqual(["a", "a1", "a2", "a21", "b", "b1"]);
    expect(treeRows(TREE).map((row) => row.depth)).toEqual([0, 1, 1, 2, 0, 1]);
    expect(treeRows(TREE).find((row) => row.reason.code === "a2")).toMatchObject({ first: false, last: true });
  });

  it("is off below what is off", () => {
    const rows = treeRows(changed(TREE, reason("a", null, { active: false })));
    expect(rows.filter((row) => row.off).map((row) => row.reason.code)).toEqual(["a", "a1", "a2", "a21"]);
  });

  it("shows of a class what can be given there", () => {
    const some = [reason("all"), reason("lathe", "all", { classes: ["lathe"] }), reason("kiln", null, { classes: ["kiln"] }), reason("below", "kiln"), reason("off", null, { active: false })];
    expect(rowsFor(some, "lathe").map((row) => row.reason.code)).toEqual(["all", "lathe"]);
    expect(rowsFor(some, "")).toHaveLength(5);
  });

  it("moves among siblings only and stops at the ends", () => {
    expect(codes(moved(TREE, "a2", -1))).toEqual(["a", "a2", "a21", "a1", "b", "b1"]);
    expect(codes(moved(TREE, "a", 1))).toEqual(["b", "b1", "a", "a1", "a2", "a21"]);
    expect(codes(moved(TREE, "a", -1))).toEqual(codes(TREE));
    expect(codes(moved(TREE, "nobody", 1))).toEqual(codes(TREE));
  });

  it("puts what goes below another last there, and leaves what was only renamed in its place", () => {
    expect(codes(changed(TREE, reason("a1", "b")))).toEqual(["a", "a2", "a21", "b", "b1", "a1"]);
    expect(codes(changed(TREE, reason("a1", "a", { name: { en: "x", zh: "x" } })))).toEqual(codes(TREE));
  });

  it("knows what cannot be a parent: everything below", () => {
    expect([...below(TREE, "a")].sort()).toEqual(["a1", "a2", "a21"]);
    expect(below(TREE, "b1").size).toBe(0);
  });
});

describe("a loss", () => {
  it("follows the booking unless it was chosen otherwise", () => {
    expect(lossChoice(reason("x"))).toBe(AS_BOOKED);
    expect(chosenLoss("STARVED", AS_BOOKED)).toBe("MINOR_STOP");
    expect(chosenLoss("SETUP", "REDUCED_SPEED")).toBe("REDUCED_SPEED");
    expect(chosenLoss("IDLE", NO_LOSS)).toBeNull();
    expect(lossChoice({ state: "IDLE", loss: null })).toBe(NO_LOSS);
    expect(chosenLoss("PLANNED_STOP", "REDUCED_SPEED")).toBeNull();
    expect(lossChoice({ state: "PLANNED_STOP", loss: null })).toBe(AS_BOOKED);
  });
});

describe("codes in a text", () => {
  it("may be separated as people do it in either language", () => {
    expect(partsOf(" 20, 21；22、23  24")).toEqual(["20", "21", "22", "23", "24"]);
    expect(partsOf("  ")).toEqual([]);
  });
});
