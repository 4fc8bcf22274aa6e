// SPDX-License-Identifier: Apache-2.0
import type { ParetoBar } from "../data/types";

/** Bars by length, each with the share (0…1) that it and all longer ones make up. */
export function cumulative(bars: readonly ParetoBar[]): (ParetoBar & { share: number })[] {
  const sorted = [...bars].filter((bar) => bar.seconds > 0).sort((a, b) => b.seconds - a.seconds);
  const total = sorted.reduce((sum, bar) => sum + bar.seconds, 0);
  let sum = 0;
  return sorted.map((bar) => {
    sum += bar.seconds;
    return { ...bar, share: sum / total };
  });
}
