// SPDX-License-Identifier: Apache-2.0
// Which language the screens speak: the one chosen here before, else the browser's.
import { useSyncExternalStore } from "react";
import type { Name } from "../data/types";
import { type Format, formatIn } from "./format";
import { LANGUAGES, type LanguageTag, type Words, wordsOf } from "./wordsOf";

export type { Format, LanguageTag, Words };

const KEY = "millwright.language";
export { LANGUAGES, wordsOf };

function preferred(): LanguageTag {
  const chosen = localStorage.getItem(KEY);
  if (chosen === "en" || chosen === "zh-CN") return chosen;
  const first = navigator.languages.find((each) => /^(zh|en)\b/i.test(each));
  return first?.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
}

let language = preferred();
let format = formatIn(language);
const listeners = new Set<() => void>();
document.documentElement.lang = language;

export function chooseLanguage(tag: LanguageTag): void {
  language = tag;
  format = formatIn(tag);
  localStorage.setItem(KEY, tag);
  document.documentElement.lang = tag;
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export type Speech = {
  tag: LanguageTag;
  t: Words;
  format: Format;
  /** The text of a name that the server gives in both languages, or as plain text. */
  name: (name: Name | string | null | undefined) => string;
  /** A shift or crew: people name them once, but the usual names are known in both languages. */
  shiftName: (name: Name | string | null | undefined) => string;
};

/** Words, formats and names in the language of the moment. */
export function useLanguage(): Speech {
  const tag = useSyncExternalStore(subscribe, () => language);
  const t = wordsOf(tag);
  const name: Speech["name"] = (name) => {
    if (!name) return "";
    if (typeof name === "string") return name;
    return (tag === "zh-CN" ? name.zh || name.en : name.en || name.zh) || "";
  };
  return { tag, t, format, name, shiftName: (each) => t.shifts.known[name(each)] ?? name(each) };
}
