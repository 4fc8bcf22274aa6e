// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { humanised, sectionsOf } from "./sections";

describe("what the platform tells of itself", () => {
  it("becomes sections, the top first, without empty ones", () => {
    const told = { openRows: 3, messages: { taken: 5, queue: { depth: 1 } }, values: {}, refusals: [] };
    expect(sectionsOf(told)).toEqual([
      { title: "", entries: [{ key: "openRows", value: 3 }] },
      { title: "messages", entries: [{ key: "taken", value: 5 }] },
      { title: "messages.queue", entries: [{ key: "depth", value: 1 }] },
    ]);
  });

  it("keeps a refusal whole, for it is shown as a fault", () => {
    const refusal = { code: "HISTORIAN-DISK-FULL", place: "", message: "full" };
    expect(sectionsOf({ refusals: [refusal] })[0]?.entries).toEqual([{ key: "refusals", value: refusal }]);
  });

  it("reads well also in words that no language file knows", () => {
    expect(humanised("sendersWaiting")).toBe("Senders waiting");
  });
});
