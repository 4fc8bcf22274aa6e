// SPDX-License-Identifier: Apache-2.0
import type { Device } from "./types";

/** The list with the devices that an event tells of, known ones replaced. */
export function merged(old: readonly Device[], fresh: readonly Device[]): Device[] {
  const byId = new Map(fresh.map((each) => [each.id, each]));
  const kept = old.map((each) => byId.get(each.id) ?? each);
  const known = new Set(old.map((each) => each.id));
  return [...kept, ...fresh.filter((each) => !known.has(each.id))];
}
