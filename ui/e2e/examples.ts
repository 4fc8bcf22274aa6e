// SPDX-License-Identifier: Apache-2.0
// What the guide's pictures show beside the virtual plant: a plain MQTT press, and a bottling line that has only files.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { publish } from "./mqtt";
import type { Person } from "./person";

const LINE = "fushan/drinks/bottling";
const NODES = (unit: string) =>
  `path,level,name_en,name_zh,position\nfushan/drinks,SITE,Drinks works,饮料厂,6\n${LINE},WORK_CENTER,Bottling line,灌装线,1\n${unit},WORK_UNIT,Filler,灌装机,1\n`;

async function call(person: Person, method: "POST" | "PUT" | "GET", path: string, body?: unknown): Promise<unknown> {
  return person.page.evaluate(
    async ([method, path, body]) => {
      const token = document.cookie.split("; ").find((each) => each.startsWith("XSRF-TOKEN="))?.slice("XSRF-TOKEN=".length) ?? "";
      const text = typeof body === "string";
      const request: RequestInit = { method, headers: { "X-XSRF-TOKEN": decodeURIComponent(token), "Content-Type": text ? "text/csv" : "application/json" } };
      if (body !== undefined) request.body = text ? body : JSON.stringify(body);
      const answer = await fetch(path, request);
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      const told = await answer.text();
      return told ? (JSON.parse(told) as unknown) : undefined;
    },
    [method, path, body] as const,
  );
}

/** A rule for a press that speaks JSON, and its last message. */
export async function prepareMapping(person: Person, mqttPort: number): Promise<void> {
  const known = (await call(person, "GET", "/api/mappings")) as { topic: string }[];
  const topic = "works/{line}/{machine}/state";
  if (known.some((each) => each.topic === topic)) return;
  const rule = { id: 0, position: 1, source: "", topic, edgeNode: "works/{line}", device: "{machine}", metric: "{key}", pointer: "/values", timePointer: "/time", timeFormat: "ISO", unit: "", enabled: true };
  await call(person, "POST", "/api/mappings", rule);
  const issued = (await call(person, "POST", "/api/credentials", { username: "press-line", kind: "PLAIN", group: "", node: "", topics: "works/#" })) as { password: string };
  const values = { speed: 112.5, temperature: 64.2, running: true, product: "A-17" };
  await publish(mqttPort, "press-line", issued.password, "works/hall/press/state", JSON.stringify({ time: new Date().toISOString(), values }));
}

/** The log of a bottling line of 2022, whose tables disagree; without the data folder a machine that has no history. */
export async function prepareBottling(person: Person, unit: string): Promise<void> {
  await call(person, "POST", "/api/equipment/import?part=nodes&dryRun=false", NODES(unit));
  const folder = process.env["DATA"] ?? resolve(import.meta.dirname, "../../../shared/data/production");
  for (const [kind, name] of [["days", "daily"], ["intervals", "downtime"], ["hours", "hourly"]] as const) {
    const file = resolve(folder, `bottling_${name}.csv`);
    if (existsSync(file)) await call(person, "POST", `/api/performance/import?kind=${kind}&node=${unit}&dryRun=false`, readFileSync(file, "utf8"));
  }
}
