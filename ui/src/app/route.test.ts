// SPDX-License-Identifier: Apache-2.0
// @vitest-environment node
import { beforeAll, describe, expect, it, vi } from "vitest";

describe("an address", () => {
  let route: typeof import("./route");
  beforeAll(async () => {
    vi.stubGlobal("location", { hash: "" });
    route = await import("./route");
  });

  it("of a node survives the way to the address bar and back", () => {
    const to = route.href("line", "fushan/liaobin/热轧 1/100%?", { from: "2026-11-23T08:00:00Z" });
    const parsed = route.parse(to);
    expect(parsed.screen).toBe("line");
    expect(parsed.rest).toBe("fushan/liaobin/热轧 1/100%?");
    expect(parsed.parameters.get("from")).toBe("2026-11-23T08:00:00Z");
  });

  it("that is empty is the command centre, and one nobody knows is no screen", () => {
    expect(route.parse("").screen).toBe("command");
    expect(route.parse("#/nowhere").screen).toBeUndefined();
  });

  it("leaves out parameters without a value", () => {
    expect(route.href("devices", "", { q: undefined })).toBe("#/devices");
  });
});
