// SPDX-License-Identifier: Apache-2.0
// Answers /api from memory while screens are developed: FAKE=nothing|a-little|a-lot npm run dev. Never part of a build.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { atLevel, flatten } from "../src/data/plant";
import { PERMISSIONS, type Session } from "../src/data/types";
import { type Amount, intervalsOf, kpis, lineView, overview, pareto, shiftStart, waterfall } from "./plant";

export type { Amount };

const SESSION: Session = {
  user: "admin",
  name: "Wang Wei 王伟",
  mustChangePassword: false,
  permissions: [...PERMISSIONS],
  scopes: [{ node: "", role: "ADMINISTRATOR" }],
};

type Answer = (query: URLSearchParams) => unknown;

function answers(amount: Amount): Record<string, Answer> {
  const period = (query: URLSearchParams): [number, number] => [
    query.get("from") ? Date.parse(query.get("from") ?? "") : shiftStart(),
    query.get("to") ? Date.parse(query.get("to") ?? "") : Date.now(),
  ];
  const find = (id: string) => flatten(overview(amount).roots).find((node) => node.id === id);
  const unitsBelow = (id: string) => flatten(overview(amount).roots).filter((node) => node.level === "WORK_UNIT" && (id === "" || node.id === id || node.id.startsWith(`${id}/`)));
  return {
    "/api/session": () => SESSION,
    "/api/overview": () => overview(amount),
    "/api/line": (query) => {
      const line = find(query.get("node") ?? "");
      return line && lineView(line, ...period(query));
    },
    "/api/unit": (query) => {
      const unit = find(query.get("node") ?? "");
      const [from, to] = period(query);
      return (
        unit && {
          node: unit,
          properties: [
            { property: "speed", tag: 1, name: { en: "Speed", zh: "速度" }, unit: "1/min", type: "Double", value: 412.3, time: new Date().toISOString(), quality: "GOOD" },
            { property: "temperature", tag: 2, name: { en: "Temperature", zh: "温度" }, unit: "°C", type: "Double", value: 86.4, time: new Date().toISOString(), quality: "STALE" },
            { property: "good", tag: 3, name: { en: "Good count", zh: "合格数" }, unit: "pcs", type: "Int64", value: 4090, time: new Date().toISOString(), quality: "GOOD" },
          ],
          kpis: kpis(unit),
          waterfall: waterfall(intervalsOf(unit.id, from, to), from, to),
          intervals: intervalsOf(unit.id, from, to),
        }
      );
    },
    "/api/kpis": () => kpis(atLevel(overview("a-little").roots, "WORK_CENTER")[0] as never),
    "/api/intervals": (query) =>
      unitsBelow(query.get("node") ?? "")
        .flatMap((unit) => intervalsOf(unit.id, ...period(query)))
        .filter((each) => each.state !== "RUNNING" && (query.get("unclassified") !== "true" || each.state === "UNCLASSIFIED")),
    "/api/pareto": (query) => pareto(query.get("by") ?? "reason"),
    "/api/trends": (query) => {
      const [from, to] = period(query);
      const points = 600;
      const time = Array.from({ length: points }, (_, at) => from + ((to - from) * at) / points);
      return {
        resolution: "1m",
        series: (query.get("tags") ?? "").split(",").filter(Boolean).map((tag) => ({
          tag: Number(tag),
          name: `tag ${tag}`,
          unit: "°C",
          time,
          value: time.map((at) => (Math.sin(at / 7e6 + Number(tag)) * 20 + 80 + Math.sin(at / 3e5) * 3)),
        })),
      };
    },
    "/api/reasons": () => [
      { code: "mechanical", name: { en: "Mechanical", zh: "机械" }, loss: "BREAKDOWN", active: true, children: [{ code: "bearing", name: { en: "Bearing", zh: "轴承" }, loss: "BREAKDOWN", active: true, children: [] }, { code: "belt", name: { en: "Belt", zh: "皮带" }, loss: "BREAKDOWN", active: true, children: [] }] },
      { code: "setup", name: { en: "Changeover", zh: "换型" }, loss: "SETUP", active: true, children: [] },
      { code: "jam", name: { en: "Jam", zh: "卡料" }, loss: "MINOR_STOP", active: true, children: [] },
    ],
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(body));
}

export function fakeServer(amount: Amount): Plugin {
  const known = answers(amount);
  const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    const url = new URL(request.url ?? "/", "http://fake");
    if (!url.pathname.startsWith("/api/")) return next();
    if (url.pathname === "/api/live") {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.write(": hello\n\n");
      const timer = setInterval(() => response.write(`event: overview\ndata: ${JSON.stringify(overview(amount))}\n\n`), 5000);
      request.on("close", () => clearInterval(timer));
      return undefined;
    }
    const answer = request.method === "GET" ? known[url.pathname]?.(url.searchParams) : undefined;
    if (url.pathname === "/api/session" && request.method === "POST") return send(response, 200, SESSION);
    if (answer === undefined) return send(response, 404, { refusals: [{ code: "NOT_FOUND", place: url.pathname, message: "The fake does not know this." }] });
    return send(response, 200, answer);
  };
  return { name: "fake-server", configureServer: (server) => void server.middlewares.use(handle) };
}
