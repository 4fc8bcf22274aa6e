// SPDX-License-Identifier: Apache-2.0
import type { State } from "../data/types";

/** The custom property that holds each state's colour. */
export const STATE_COLOUR: Record<State, string> = {
  RUNNING: "--s-running",
  SETUP: "--s-setup",
  STARVED: "--s-waiting",
  BLOCKED: "--s-waiting",
  MINOR_STOP: "--s-minor",
  BREAKDOWN: "--s-breakdown",
  PLANNED_STOP: "--s-planned",
  IDLE: "--s-idle",
  UNCLASSIFIED: "--s-unclassified",
  NOT_OBSERVED: "--s-unobserved",
};
