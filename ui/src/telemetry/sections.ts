// SPDX-License-Identifier: Apache-2.0

export type Entry = { key: string; value: unknown };
export type Section = { title: string; entries: Entry[] };

export const isRefusal = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "code" in value && "message" in value;

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !isRefusal(value);

/** "openRows" → "Open rows", for words that no language file knows yet. */
export function humanised(key: string): string {
  const words = key.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll(/[_.-]+/g, " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An answer of nested objects as flat sections: first what stands at the top, then one for each object in it. */
export function sectionsOf(told: Record<string, unknown>): Section[] {
  const top: Section = { title: "", entries: [] };
  const below: Section[] = [];
  const walk = (group: Record<string, unknown>, section: Section, prefix: string) => {
    for (const [key, value] of Object.entries(group)) {
      if (isGroup(value)) {
        const inner = { title: prefix ? `${prefix}.${key}` : key, entries: [] };
        below.push(inner);
        walk(value, inner, inner.title);
      } else if (Array.isArray(value)) {
        value.forEach((each: unknown, index) => {
          if (isGroup(each)) {
            const inner = { title: `${key} ${String(each["name"] ?? index + 1)}`, entries: [] };
            below.push(inner);
            walk(each, inner, inner.title);
          } else section.entries.push({ key: value.length > 1 ? `${key} ${index + 1}` : key, value: each });
        });
      } else section.entries.push({ key, value });
    }
  };
  walk(told, top, "");
  return [top, ...below].filter((section) => section.entries.length > 0);
}
