// SPDX-License-Identifier: Apache-2.0
// The period a screen shows: the shift now (the server knows which), a named one, or from … to.

export const PERIODS = ["shift", "today", "yesterday", "week", "month", "custom"] as const;
export type PeriodName = (typeof PERIODS)[number];

export type Chosen = { name: PeriodName; from: string | undefined; to: string | undefined };

const DAY = 86_400_000;

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** The bounds of a named period; "shift" has none, because the server knows the shifts. Rounded to minutes, so that an answer can be kept. */
export function boundsOf(name: PeriodName, now: number): [from: number, to: number] | undefined {
  const minute = Math.ceil(now / 60_000) * 60_000;
  switch (name) {
    case "today":
      return [midnight(now), minute];
    case "yesterday":
      return [midnight(midnight(now) - DAY / 2), midnight(now)];
    case "week":
      return [midnight(now - 6 * DAY), minute];
    case "month":
      return [midnight(now - 29 * DAY), minute];
    case "shift":
    case "custom":
      return undefined;
  }
}

/** What the address says about the period. */
export function chosenIn(parameters: URLSearchParams, now: number): Chosen {
  const from = parameters.get("from") ?? undefined;
  const to = parameters.get("to") ?? undefined;
  if (from && to && Date.parse(from) < Date.parse(to)) return { name: "custom", from, to };
  const name = PERIODS.find((each) => each === parameters.get("period")) ?? "shift";
  const bounds = boundsOf(name, now);
  if (!bounds) return { name: "shift", from: undefined, to: undefined };
  return { name, from: new Date(bounds[0]).toISOString(), to: new Date(bounds[1]).toISOString() };
}

/** The period of the same length just before (-1) or after (1), never beyond now. */
export function neighbour(from: string, to: string, direction: -1 | 1, now: number): [from: string, to: string] | undefined {
  const length = Date.parse(to) - Date.parse(from);
  const start = Date.parse(from) + direction * length;
  if (start >= now) return undefined;
  return [new Date(start).toISOString(), new Date(start + length).toISOString()];
}

/** ISO instant ↔ what an input of type datetime-local holds, in the browser's time zone. */
export function toLocalInput(at: string): string {
  const date = new Date(at);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

export const fromLocalInput = (text: string): string => new Date(text).toISOString();
