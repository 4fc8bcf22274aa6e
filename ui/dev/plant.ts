// SPDX-License-Identifier: Apache-2.0
// A made-up plant in memory, only for developing screens: no data, a little, a lot.
import type { Interval, Kpi, LineUnit, LineView, Loss, Name, Overview, PlantNode, State, Step } from "../src/data/types";
import { LOSSES } from "../src/data/types";

export type Amount = "nothing" | "a-little" | "a-lot";

/** Numbers that look like chance and are the same every time. */
export function chance(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}

const hash = (text: string): number => [...text].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) >>> 0, 7);
const n = (en: string, zh: string): Name => ({ en, zh });
const iso = (ms: number): string => new Date(ms).toISOString();
const MINUTE = 60_000;

type LineSpec = [code: string, name: Name, units: [string, Name][]];
const LINES: LineSpec[] = [
  ["hot-strip-mill", n("Hot strip mill", "热连轧线"), [["furnace", n("Reheating furnace", "加热炉")], ["roughing", n("Roughing stand", "粗轧机")], ["finishing", n("Finishing train", "精轧机组")], ["cooling", n("Laminar cooling", "层流冷却")], ["coiler", n("Down coiler", "卷取机")]]],
  ["cigarette-1", n("Cigarette line 1", "卷包一线"), [["maker", n("Maker", "卷烟机")], ["reservoir", n("Reservoir", "储存缓冲")], ["packer", n("Packer", "包装机")], ["overwrapper", n("Overwrapper", "外包机")]]],
  ["frozen-food", n("Frozen food line", "速冻食品线"), [["former", n("Former", "成型机")], ["fryer", n("Fryer", "油炸机")], ["check", n("Core temperature check", "中心温度检测")], ["freezer", n("Spiral freezer", "螺旋速冻机")], ["bagger", n("Bagger", "装袋机")]]],
  ["magnesia-kiln", n("Magnesia kiln", "镁砂窑"), [["feeder", n("Feeder", "给料机")], ["kiln", n("Shaft kiln", "竖窑")], ["crusher", n("Crusher", "破碎机")]]],
  ["machining-cell", n("Machining cell", "机加工单元"), [["lathe-1", n("Lathe 1", "车床 1")], ["lathe-2", n("Lathe 2", "车床 2")], ["mill-1", n("Milling centre", "铣削中心")], ["washer", n("Washer", "清洗机")]]],
];

export const STATE_POOL: State[] = ["RUNNING", "RUNNING", "RUNNING", "RUNNING", "MINOR_STOP", "STARVED", "BLOCKED", "BREAKDOWN", "SETUP", "UNCLASSIFIED", "PLANNED_STOP"];

export function intervalsOf(unit: string, from: number, to: number): Interval[] {
  const random = chance(hash(unit) + Math.floor(from / 3_600_000));
  const result: Interval[] = [];
  let at = from;
  let index = 0;
  while (at < to) {
    const state: State = index % 2 === 0 ? "RUNNING" : (STATE_POOL[4 + Math.floor(random() * 7)] ?? "RUNNING");
    const length = state === "RUNNING" ? (8 + random() * 50) * MINUTE : (0.5 + random() ** 3 * 40) * MINUTE;
    const end = at + length;
    const open = end >= to;
    result.push({
      id: `${unit}#${index}`,
      unit,
      from: iso(at),
      to: open ? null : iso(end),
      state,
      reason: state === "BREAKDOWN" ? "mechanical" : null,
      comment: state === "BREAKDOWN" && random() > 0.5 ? "轴承温度高 / bearing hot" : null,
      product: "SPHC-3.0",
      by: state === "BREAKDOWN" ? "li.na" : null,
      version: 1,
    });
    at = end;
    index++;
  }
  return result;
}

export const shiftStart = (): number => {
  const now = new Date();
  now.setMinutes(0, 0, 0);
  return now.getTime() - 5 * 3_600_000;
};

function standing(id: string, name: Name) {
  const last = intervalsOf(id, shiftStart(), Date.now()).at(-1);
  return { id, name, state: last?.state ?? "NOT_OBSERVED", reason: last?.reason ?? null, since: last?.from ?? iso(Date.now()) } as const;
}

function node(id: string, level: PlantNode["level"], name: Name, children: PlantNode[]): PlantNode {
  const random = chance(hash(id));
  const availability = 0.6 + random() * 0.38;
  const effectiveness = 0.7 + random() * 0.29;
  const quality = 0.94 + random() * 0.06;
  const now = level === "WORK_UNIT" ? standing(id, name) : undefined;
  const worst = children.find((child) => child.state && child.state !== "RUNNING") ?? children[0];
  return {
    id,
    code: id.slice(id.lastIndexOf("/") + 1),
    level,
    name,
    state: now?.state ?? worst?.state ?? "NOT_OBSERVED",
    since: now?.since ?? worst?.since ?? null,
    reason: now?.reason ?? null,
    oee: level === "WORK_UNIT" ? null : { value: availability * effectiveness * quality, availability, effectiveness, quality, target: 0.75 },
    losses: LOSSES.map((loss: Loss) => ({ loss, seconds: Math.round(random() ** 2 * 9000) })).sort((a, b) => b.seconds - a.seconds).slice(0, 3),
    onShift: level === "WORK_CENTER" && random() > 0.2 ? { shift: n("Day", "白班"), crew: n("Crew A", "甲班"), persons: ["Li Na 李娜"] } : null,
    standing: level === "WORK_CENTER" ? children.filter((child) => child.state !== "RUNNING").map((child) => ({ id: child.id, name: child.name, state: child.state ?? "IDLE", reason: child.reason, since: child.since ?? iso(Date.now()) })) : [],
    product: "SPHC-3.0",
    connection: random() > 0.9 ? "OFFLINE" : random() > 0.9 ? "STALE" : "ONLINE",
    children,
  };
}

function lines(prefix: string, count: number): PlantNode[] {
  return Array.from({ length: count }, (_, index) => {
    const [code, name, units] = LINES[index % LINES.length] as LineSpec;
    const round = Math.floor(index / LINES.length);
    const id = `${prefix}/${code}${round ? `-${round + 1}` : ""}`;
    const named = round ? n(`${name.en} ${round + 1}`, `${name.zh} ${round + 1}`) : name;
    return node(id, "WORK_CENTER", named, units.map(([unit, unitName]) => node(`${id}/${unit}`, "WORK_UNIT", unitName, [])));
  });
}

export function overview(amount: Amount): Overview {
  const area = (id: string, name: Name, count: number) => node(id, "AREA", name, lines(id, count));
  const site = (id: string, name: Name, areas: PlantNode[]) => node(id, "SITE", name, areas);
  const roots: PlantNode[] =
    amount === "nothing"
      ? []
      : amount === "a-little"
        ? [node("fushan", "ENTERPRISE", n("Fushan Industries", "福山实业"), [site("fushan/liaobin", n("Liaobin works", "辽滨厂区"), [area("fushan/liaobin/steel", n("Rolling", "轧制车间"), 1), area("fushan/liaobin/food", n("Mixed production", "综合车间"), 4)])])]
        : ["fushan", "haicheng"].map((root, at) =>
            node(root, "ENTERPRISE", at ? n("Haicheng Refractories", "海城耐火材料") : n("Fushan Industries", "福山实业"), [
              site(`${root}/north`, n("North works", "北厂区"), [area(`${root}/north/a`, n("Hall A", "一车间"), 9), area(`${root}/north/b`, n("Hall B", "二车间"), 8)]),
              site(`${root}/south`, n("South works", "南厂区"), [area(`${root}/south/a`, n("Hall A", "一车间"), 12)]),
            ]),
          );
  return { at: iso(Date.now()), roots };
}

const STATE_STEPS: Partial<Record<State, Step["step"]>> = { PLANNED_STOP: "PLANNED_STOP", BREAKDOWN: "BREAKDOWN", SETUP: "SETUP", STARVED: "WAITING", BLOCKED: "WAITING", UNCLASSIFIED: "BREAKDOWN", MINOR_STOP: "MINOR_STOP", NOT_OBSERVED: "NOT_OBSERVED" };

export function waterfall(intervals: Interval[], from: number, to: number): Step[] {
  const sums = new Map<Step["step"], number>();
  for (const each of intervals) {
    const step = STATE_STEPS[each.state];
    const seconds = ((each.to ? Date.parse(each.to) : to) - Date.parse(each.from)) / 1000;
    if (step) sums.set(step, (sums.get(step) ?? 0) + seconds);
  }
  const calendar = (to - from) / 1000;
  const lost = [...sums.values()].reduce((a, b) => a + b, 0);
  const running = calendar - lost;
  const extra: [Step["step"], number][] = [["UNSCHEDULED", 0], ["REDUCED_SPEED", running * 0.09], ["STARTUP_REJECT", running * 0.004], ["PRODUCTION_REJECT", running * 0.015]];
  extra.forEach(([step, seconds]) => sums.set(step, seconds));
  const order: Step["step"][] = ["UNSCHEDULED", "NOT_OBSERVED", "PLANNED_STOP", "BREAKDOWN", "SETUP", "WAITING", "MINOR_STOP", "REDUCED_SPEED", "STARTUP_REJECT", "PRODUCTION_REJECT"];
  return [{ step: "CALENDAR_TIME", seconds: calendar }, ...order.map((step) => ({ step, seconds: sums.get(step) ?? 0 })), { step: "GOOD_PRODUCTION", seconds: running * 0.891 }];
}

export function kpis(of: PlantNode): Kpi[] {
  const oee = of.oee ?? { value: 0.61, availability: 0.8, effectiveness: 0.79, quality: 0.97 };
  const input = (symbol: string, en: string, zh: string, value: number, unit = "s") => ({ symbol, name: n(en, zh), value, unit });
  const apt = input("APT", "Actual production time", "实际生产时间", 13_020);
  const pbt = input("PBT", "Planned busy time", "计划忙碌时间", 16_200);
  const pq = input("PQ", "Produced quantity", "生产数量", 4182, "pcs");
  const gq = input("GQ", "Good quantity", "合格数量", 4090, "pcs");
  const pri = input("PRI", "Planned run time per item", "单件计划运行时间", 2.5);
  const rows: [string, number | null, Name, string, number | null, string, Kpi["inputs"]][] = [
    ["OEE", 6, n("Overall equipment effectiveness", "设备综合效率"), "A × E × QR", oee.value ?? 0, "1", [apt, pbt, pq, gq, pri]],
    ["AVAILABILITY", 8, n("Availability", "可用率"), "APT / PBT", oee.availability ?? 0, "1", [apt, pbt]],
    ["EFFECTIVENESS", 9, n("Effectiveness", "有效率"), "PRI × PQ / APT", oee.effectiveness ?? 0, "1", [pri, pq, apt]],
    ["QUALITY_RATIO", 10, n("Quality ratio", "质量合格率"), "GQ / PQ", oee.quality ?? 0, "1", [gq, pq]],
    ["TEEP", null, n("Total effective equipment performance", "设备完全有效生产率"), "OEE × PBT / calendar", (oee.value ?? 0) * 0.9, "1", [pbt]],
    ["NEE", 7, n("Net equipment effectiveness", "净设备效率"), "AUPT/PBT × E × QR", 0.66, "1", [pbt]],
    ["THROUGHPUT_RATE", 3, n("Throughput rate", "生产率"), "PQ / AOET", 0.258, "pcs/s", [pq]],
    ["SETUP_RATIO", 11, n("Setup ratio", "换型比"), "AUST / AUPT", 0.052, "1", []],
    ["SCRAP_RATIO", 16, n("Scrap ratio", "废品率"), "SQ / PQ", 0.022, "1", [pq]],
    ["MOTBF", 31, n("Mean operating time between failures", "平均故障间隔时间"), "ΣTBF / (FE + 1)", 5120, "s", []],
    ["MTTR", 33, n("Mean time to repair", "平均修复时间"), "ΣTTR / (FE + 1)", 640, "s", []],
    ["CP", 21, n("Process capability index", "工序能力指数"), "(USL − LSL) / 6σ̂", null, "1", []],
  ];
  return rows.map(([id, number, name, formula, value, unit, inputs]) => ({ id, number, name, formula, value, unit, inputs, intervals: of.level === "WORK_UNIT" ? [`${of.id}#1`, `${of.id}#3`] : [], counts: [], variant: id === "MTTR" ? "ISO 22400-2" : null }));
}

export function lineView(line: PlantNode, from: number, to: number): LineView {
  const units: LineUnit[] = line.children.map((unit, at) => {
    const random = chance(hash(unit.id) + 5);
    return {
      id: unit.id,
      name: unit.name,
      state: unit.state,
      since: unit.since,
      reason: unit.reason,
      speed: { value: unit.state === "RUNNING" ? 380 + random() * 60 : 0, unit: "1/min", setpoint: 420 },
      counts: { total: 4182 - at * 31, good: 4090 - at * 40, scrap: 82 + at * 5, rework: 10 },
      buffer: at > 0 && at % 2 === 0 ? { level: Math.round(random() * 800), capacity: 800 } : null,
      product: "SPHC-3.0",
      timeline: intervalsOf(unit.id, from, to),
    };
  });
  const first = units[0]?.timeline ?? [];
  return {
    node: line,
    period: { from: iso(from), to: iso(to), shift: n("Day", "白班") },
    units,
    kpis: kpis(line),
    waterfall: waterfall(first, from, to),
    pareto: pareto("reason"),
    unclassified: units.flatMap((unit) => (unit.timeline ?? []).filter((each) => each.state === "UNCLASSIFIED")),
  };
}

export function pareto(by: string) {
  const names: [string, Name, Loss][] = [["mechanical", n("Mechanical failure", "机械故障"), "BREAKDOWN"], ["electrical", n("Electrical failure", "电气故障"), "BREAKDOWN"], ["roll-change", n("Roll change", "换辊"), "SETUP"], ["jam", n("Jam", "卡料"), "MINOR_STOP"], ["speed", n("Reduced speed", "降速"), "REDUCED_SPEED"], ["rejects", n("Rejects", "不良"), "PRODUCTION_REJECT"], ["unclassified", n("Unclassified", "未归类"), "BREAKDOWN"]];
  return names.map(([key, name, loss], at) => ({ key: by === "loss" ? loss : key, name, loss, seconds: Math.round(5200 / (at + 1) ** 1.3), count: 14 - at }));
}
