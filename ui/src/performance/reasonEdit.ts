// SPDX-License-Identifier: Apache-2.0
// The tree of reasons as its editor sees it: a list in which siblings stand in their order. Every change makes a new list.
import type { Loss, Name, State } from "../data/types";

export const BOOKINGS = ["BREAKDOWN", "SETUP", "MINOR_STOP", "STARVED", "BLOCKED", "IDLE", "PLANNED_STOP"] as const satisfies readonly State[];
export type Booking = (typeof BOOKINGS)[number];

export type EditedReason = {
  code: string;
  parent: string | null;
  name: Name;
  state: Booking;
  loss: Loss | null;
  machineCodes: number[];
  classes: string[];
  active: boolean;
};

export type ReasonList = { version: number; editable: boolean; reasons: EditedReason[] };

/** A reason in a window, with whether it is a new one. */
export type Editing = { reason: EditedReason; fresh: boolean };

/** A reason in its place; `off` when it, or one above it, is switched off. */
export type ReasonRow = { reason: EditedReason; depth: number; off: boolean; first: boolean; last: boolean };

/** The tree from above: each reason followed by what is below it. */
export function treeRows(reasons: readonly EditedReason[], parent: string | null = null, depth = 0, off = false): ReasonRow[] {
  const siblings = reasons.filter((each) => each.parent === parent);
  return siblings.flatMap((reason, index) => {
    const row = { reason, depth, off: off || !reason.active, first: index === 0, last: index === siblings.length - 1 };
    return [row, ...treeRows(reasons, reason.code, depth + 1, row.off)];
  });
}

/** What those see who give reasons on a class: what does not suit, or is off, hides everything below it. */
export function rowsFor(reasons: readonly EditedReason[], equipmentClass: string): ReasonRow[] {
  if (!equipmentClass) return treeRows(reasons);
  return treeRows(reasons.filter((each) => each.active && (each.classes.length === 0 || each.classes.includes(equipmentClass))));
}

/** Codes of everything below a reason. */
export function below(reasons: readonly EditedReason[], code: string): Set<string> {
  return new Set(reasons.filter((each) => each.parent === code).flatMap((each) => [each.code, ...below(reasons, each.code)]));
}

/** Changes one reason; one that goes below another stands last there. */
export function changed(reasons: readonly EditedReason[], fresh: EditedReason): EditedReason[] {
  const before = reasons.find((each) => each.code === fresh.code);
  if (before?.parent !== fresh.parent) return [...reasons.filter((each) => each.code !== fresh.code), fresh];
  return reasons.map((each) => (each.code === fresh.code ? fresh : each));
}

/** Changes places with the sibling before (-1) or after (1); at the end nothing happens. */
export function moved(reasons: readonly EditedReason[], code: string, by: -1 | 1): EditedReason[] {
  const from = reasons.findIndex((each) => each.code === code);
  const parent = reasons[from]?.parent;
  let to = from + by;
  while (reasons[to] && reasons[to]?.parent !== parent) to += by;
  const [one, other] = [reasons[from], reasons[to]];
  if (!one || !other) return [...reasons];
  return reasons.map((each, index) => (index === from ? other : index === to ? one : each));
}

/** The loss that time in a state is; null for planned time. */
export function lossOf(state: Booking): Loss | null {
  switch (state) {
    case "BREAKDOWN":
    case "SETUP":
      return state;
    case "PLANNED_STOP":
      return null;
    default:
      return "MINOR_STOP";
  }
}

/** Losses that are no time; a stop may be reported under them all the same. */
export const OTHER_LOSSES = ["REDUCED_SPEED", "STARTUP_REJECT", "PRODUCTION_REJECT"] as const satisfies readonly Loss[];

/** How a form holds the loss: the one the time is booked as, none, or one of the others. */
export const AS_BOOKED = "AS_BOOKED";
export const NO_LOSS = "";

export function lossChoice({ state, loss }: Pick<EditedReason, "state" | "loss">): string {
  if (loss === lossOf(state)) return AS_BOOKED;
  return loss ?? NO_LOSS;
}

export function chosenLoss(state: Booking, choice: string): Loss | null {
  if (state === "PLANNED_STOP") return null;
  return choice === AS_BOOKED ? lossOf(state) : (OTHER_LOSSES.find((each) => each === choice) ?? null);
}

/** Codes a person separated by commas, semicolons or blanks. */
export const partsOf = (text: string): string[] => text.split(/[\s;,；，、]+/).filter(Boolean);
