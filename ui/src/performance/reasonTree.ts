// SPDX-License-Identifier: Apache-2.0
import type { Reason } from "../data/types";

export type Leaf = Reason & { group: Reason | undefined };

/** Reasons that can be chosen: those without children, each with the branch it hangs on. */
export function leaves(tree: readonly Reason[], group?: Reason): Leaf[] {
  return tree.flatMap((reason) => (reason.children.length ? leaves(reason.children, reason) : [{ ...reason, group }]));
}

/** Every reason of the tree by its code, branches too. */
export function byCode(tree: readonly Reason[]): Map<string, Reason> {
  return new Map(tree.flatMap((reason) => [[reason.code, reason] as const, ...byCode(reason.children)]));
}
