// SPDX-License-Identifier: Apache-2.0
import type { PlantNode, Standing } from "../data/types";
import { flatten } from "../data/plant";
import { ABNORMAL } from "../data/states";

/** A line that stands, waits or lost its connection, or in which a machine does. */
export function needsAttention(line: PlantNode): boolean {
  return (
    (line.state !== null && ABNORMAL.has(line.state)) ||
    line.connection === "OFFLINE" ||
    line.connection === "STALE" ||
    line.standing.some((each) => ABNORMAL.has(each.state))
  );
}

/** What is broken before what only waits for it, then the longest. */
export function worstFirst(standing: readonly Standing[]): Standing[] {
  const rank = (each: Standing) => (each.state === "BREAKDOWN" ? 0 : each.state === "STARVED" || each.state === "BLOCKED" ? 2 : 1);
  return [...standing].sort((a, b) => rank(a) - rank(b) || Date.parse(a.since) - Date.parse(b.since));
}

export type StandingAt = Standing & { line: PlantNode };

/** What stands still anywhere, the longest first; a planned stop is no news. */
export function standingEverywhere(roots: readonly PlantNode[]): StandingAt[] {
  return flatten(roots)
    .filter((node) => node.level === "WORK_CENTER")
    .flatMap((line) => line.standing.map((each) => ({ ...each, line })))
    .filter((each) => ABNORMAL.has(each.state))
    .sort((a, b) => Date.parse(a.since) - Date.parse(b.since));
}
