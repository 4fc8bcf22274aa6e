// SPDX-License-Identifier: Apache-2.0
import { useMemo } from "react";
import { path } from "../data/api";
import { useResource } from "../data/resource";
import type { Reason } from "../data/types";
import { useLanguage } from "../language";

export type Leaf = Reason & { group: Reason | undefined };

/** Reasons that can be chosen: those without children, each with the branch it hangs on. */
export function leaves(tree: readonly Reason[], group?: Reason): Leaf[] {
  return tree.flatMap((reason) => (reason.children.length ? leaves(reason.children, reason) : [{ ...reason, group }]));
}

/** Every reason of the tree by its code, branches too. */
export function byCode(tree: readonly Reason[]): Map<string, Reason> {
  return new Map(tree.flatMap((reason) => [[reason.code, reason] as const, ...byCode(reason.children)]));
}

/** The reason tree (of one equipment class, or of all), and the name of a code in the language of the moment. */
export function useReasons(equipmentClass?: string) {
  const { name, tag } = useLanguage();
  const resource = useResource<Reason[]>(path("/api/reasons", { class: equipmentClass }));
  const codes = useMemo(() => byCode(resource.data ?? []), [resource.data]);
  const reasonName = useMemo(
    () => (code: string | null) => (code ? name(codes.get(code)?.name) || code : ""),
    // The name function changes with the language only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [codes, tag],
  );
  return { ...resource, reasonName };
}

const RECENT = "millwright.reasons";

/** The codes this person used last on this device, newest first. */
export function recentReasons(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(RECENT) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === "string") : [];
  } catch {
    return [];
  }
}

export function rememberReason(code: string): void {
  localStorage.setItem(RECENT, JSON.stringify([code, ...recentReasons().filter((each) => each !== code)].slice(0, 6)));
}
