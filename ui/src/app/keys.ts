// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "react";
import { type Screen, go, href } from "./route";

/** The second key after "g" for each screen. */
export const GO_KEYS: Record<Exclude<Screen, "machine">, string> = {
  command: "c",
  line: "l",
  downtime: "d",
  shifts: "s",
  devices: "v",
  equipment: "e",
  administration: "a",
};

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

let afterG = 0;

function goByKey(key: string): boolean {
  const hit = Object.entries(GO_KEYS).find(([, each]) => each === key);
  if (!hit) return false;
  go(href(hit[0] as Screen));
  return true;
}

/** Calls the action of a pressed key, unless a person is typing or a window is open above the screen. */
export function useKeys(keys: Record<string, (() => void) | undefined>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const mod = event.ctrlKey || event.metaKey;
      if (event.altKey || event.defaultPrevented) return;
      const key = mod ? `mod+${event.key.toLowerCase()}` : event.key;
      if (typing(event.target) && !mod) return;
      if (document.querySelector("dialog[open]") && key !== "?") return;
      const action = latest.current[key];
      if (!action || Date.now() - afterG < 1200) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

// "g" and then a letter goes to a screen, wherever one is.
addEventListener(
  "keydown",
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "g") {
      afterG = Date.now();
    } else if (Date.now() - afterG < 1200) {
      if (goByKey(event.key)) event.stopImmediatePropagation();
      afterG = 0;
    }
  },
  { capture: true },
);
