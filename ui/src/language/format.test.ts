// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { durationIn, formatIn } from "./format";

const plain = (text: string): string => text.replaceAll("\u202f", " ");

describe("a duration", () => {
  it.each([
    [0, "0 s", "0秒"],
    [45, "45 s", "45秒"],
    [60, "1 min", "1分钟"],
    [61, "1 min 01 s", "1分01秒"],
    [599, "9 min 59 s", "9分59秒"],
    [601, "10 min", "10分钟"],
    [3600, "1 h", "1小时"],
    [3900, "1 h 05 min", "1小时05分"],
    [90_000, "1 d 1 h", "1天1小时"],
  ])("of %i seconds reads %s or %s", (seconds, english, chinese) => {
    expect(plain(durationIn("en", seconds))).toBe(english);
    expect(durationIn("zh-CN", seconds)).toBe(chinese);
  });

  it("never shows a minute that is not over", () => {
    expect(plain(durationIn("en", 59.9))).toBe("59 s");
  });

  it("of a clock that runs ahead is zero, not negative", () => {
    expect(plain(durationIn("en", -5))).toBe("0 s");
  });
});

describe("a figure", () => {
  const { number, percent } = formatIn("en");

  it("that does not exist is a dash, never a zero", () => {
    expect(number(null)).toBe("–");
    expect(number(Number.NaN)).toBe("–");
    expect(percent(undefined)).toBe("–");
  });

  it("keeps digits by its size", () => {
    expect(number(25_137)).toBe("25,137");
    expect(number(1234.567)).toBe("1,235");
    expect(number(12.345)).toBe("12.35");
    expect(number(0.04321)).toBe("0.043");
    expect(plain(percent(0.4332, 2))).toBe("43.32 %");
  });
});
