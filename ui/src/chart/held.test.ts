// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { held } from "./held";

describe("samples sent on change", () => {
  const series = { tag: 1, name: "speed", unit: null, time: [1000, 2000], value: [5, 7] };

  it("hold their last value up to now", () => {
    expect(held(series, 9000)).toMatchObject({ time: [1000, 2000, 9000], value: [5, 7, 7] });
  });

  it("are not drawn back in time when the clock is behind", () => {
    expect(held(series, 1500)).toBe(series);
    expect(held({ ...series, time: [], value: [] }, 1500).time).toEqual([]);
  });
});
