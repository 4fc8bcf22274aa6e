// SPDX-License-Identifier: Apache-2.0
import { useSyncExternalStore } from "react";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "millwright.theme";
const system = matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();
let theme: Theme = THEMES.find((each) => each === localStorage.getItem(KEY)) ?? "system";

const shown = (): "light" | "dark" => (theme === "system" ? (system.matches ? "dark" : "light") : theme);

function apply(): void {
  document.documentElement.dataset["theme"] = shown();
  listeners.forEach((listener) => listener());
}
apply();
system.addEventListener("change", apply);

export function chooseTheme(next: Theme): void {
  theme = next;
  localStorage.setItem(KEY, next);
  apply();
}

export function toggleTheme(): void {
  chooseTheme(shown() === "dark" ? "light" : "dark");
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => theme);

/** What is really shown; charts that paint by themselves read their colours again when it changes. */
export const useShownTheme = (): "light" | "dark" => useSyncExternalStore(subscribe, shown);
