// SPDX-License-Identifier: Apache-2.0
import { useMemo } from "react";
import { path } from "../data/api";
import { useResource } from "../data/resource";
import type { Reason } from "../data/types";
import { useLanguage } from "../language";
import { byCode } from "./reasonTree";

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
