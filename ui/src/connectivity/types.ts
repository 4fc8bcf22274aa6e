// SPDX-License-Identifier: Apache-2.0
import type { Connection } from "../data/types";

/** An edge node (`device` empty) or a device of one, as the register of devices knows it. */
export type Device = {
  id: string;
  source: string;
  edgeNode: string;
  device: string;
  connection: Connection;
  since: string | null;
  lastMessageAt: string | null;
  births: number;
  deaths: number;
  gaps: number;
  rebirthsAsked: number;
  refused: number;
  lastRefusal: string;
  messages: number;
  metrics: number;
  messagesPerSecond: number | null;
  metricsPerSecond: number | null;
  clockOffsetMillis: number | null;
  /** The equipment it is assigned to, and by which class. */
  node: string | null;
  template: string | null;
};

export type Metric = { name: string; alias: number | null; type: string; value: unknown; time: string | null; quality: string | null; tag: number | null };

export type DeviceDetail = { device: Device; lastTopic: string | null; lastPayload: unknown; metrics: Metric[] };
