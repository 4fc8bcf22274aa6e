// SPDX-License-Identifier: Apache-2.0
import type { State } from "./types";

/** States in which a person should look; the screens sort them to the front. */
export const ABNORMAL: ReadonlySet<State> = new Set(["BREAKDOWN", "UNCLASSIFIED", "MINOR_STOP", "STARVED", "BLOCKED"]);
