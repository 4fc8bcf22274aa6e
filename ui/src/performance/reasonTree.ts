// SPDX-License-Identifier: Apache-2.0
import type { Reason } from "../data/types";

export type Leaf = Reason & { group: Reason | undefined };

/** Reasons that can be chosen: those in use and without children, each with the branch it hangs on. */
export function leaves(tree: readonly Reason[], group?: Reason): Leaf[] {
  return tree
    .filter((reason) => reason.active)
    .flatMap((reason) => (reason.children.some((each) => each.active) ? leaves(reason.children, reason) : [{ ...reason, group }]));
}

/** Every reason of the tree by its code, branches too. */
export function byCode(tree: readonly Reason[]): Map<string, Reason> {
  return new Map(tree.flatMap((reason) => [[reason.code, reason] as const, ...byCode(reason.children)]));
}
