// SPDX-License-Identifier: Apache-2.0
// Addresses live behind "#": the screens are static files, so that no rule of the server must know them.
import { useSyncExternalStore } from "react";

export const SCREENS = ["command", "line", "machine", "downtime", "shifts", "devices", "equipment", "administration"] as const;
export type Screen = (typeof SCREENS)[number];

export type Route = {
  screen: Screen | undefined;
  /** What follows the screen: a node, a tab or an id. */
  rest: string;
  parameters: URLSearchParams;
};

export function parse(hash: string): Route {
  const [address = "", query = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  const [screen = "", ...rest] = address.split("/");
  const known = screen === "" ? "command" : SCREENS.find((each) => each === screen);
  return { screen: known, rest: rest.map(decodeURIComponent).join("/"), parameters: new URLSearchParams(query) };
}

export function href(screen: Screen, rest = "", parameters: Record<string, string | undefined> = {}): string {
  const kept = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(kept).toString();
  const address = [screen, ...rest.split("/").filter(Boolean).map(encodeURIComponent)].join("/");
  return `#/${address}${query ? `?${query}` : ""}`;
}

export function go(to: string): void {
  location.hash = to;
}

let parsed: { hash: string; route: Route } | undefined;

function current(): Route {
  if (parsed?.hash !== location.hash) parsed = { hash: location.hash, route: parse(location.hash) };
  return parsed.route;
}

/** Changes parameters of the address without a new entry in the browser's history. */
export function setParameters(changes: Record<string, string | undefined>): void {
  const route = current();
  const all = Object.fromEntries(route.parameters);
  const next = href(route.screen ?? "command", route.rest, { ...all, ...changes } as Record<string, string | undefined>);
  history.replaceState(null, "", next);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

export function useRoute(): Route {
  return useSyncExternalStore((listener) => {
    addEventListener("hashchange", listener);
    return () => removeEventListener("hashchange", listener);
  }, current);
}
