// SPDX-License-Identifier: Apache-2.0
import type { Step, StepName } from "../data/types";

export type Fall = { step: StepName; from: number; to: number; seconds: number; total: boolean };

const TOTALS: ReadonlySet<StepName> = new Set(["CALENDAR_TIME", "GOOD_PRODUCTION"]);

/**
 * Where each step's bar begins and ends on the way down from calendar time. Losses of no length are left out, and what
 * the steps do not explain stays visible as the gap before good production.
 */
export function fallOf(steps: readonly Step[]): Fall[] {
  let left = steps.find((step) => step.step === "CALENDAR_TIME")?.seconds ?? 0;
  const falls: Fall[] = [];
  for (const { step, seconds } of steps) {
    if (TOTALS.has(step)) {
      falls.push({ step, from: 0, to: seconds, seconds, total: true });
    } else if (seconds > 0) {
      falls.push({ step, from: Math.max(0, left - seconds), to: left, seconds, total: false });
      left -= seconds;
    }
  }
  return falls;
}
