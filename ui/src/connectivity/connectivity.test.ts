// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { merged } from "./merged";
import { parsedFor } from "./parsedFor";
import type { Device } from "./types";

const device = (id: string, births: number): Device => ({ id, births }) as Device;

describe("the list of devices", () => {
  it("takes changed devices in place and new ones at its end", () => {
    const list = merged([device("a", 1), device("b", 1)], [device("b", 2), device("c", 1)]);
    expect(list.map((each) => [each.id, each.births])).toEqual([["a", 1], ["b", 2], ["c", 1]]);
  });
});

describe("a command's value", () => {
  it.each([
    ["Boolean", "true", true],
    ["Boolean", "0", false],
    ["Int32", "-5", -5],
    ["Double", "2.5", 2.5],
    ["String", "12", "12"],
    ["Int32Array", "[1,2]", "[1,2]"],
  ])("for a metric of type %s is read from %s", (type, text, value) => {
    expect(parsedFor(type, text)).toBe(value);
  });
});
