// SPDX-License-Identifier: Apache-2.0
// Takes the user guide's pictures again, in both languages: npm run screenshots. MINUTES says how long the plant runs first;
// ADDRESS, MQTT_PORT and PASSWORD (of admin) take them of a platform that runs already, such as one with a day of history.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { LANGUAGES } from "../src/language/wordsOf";
import { type Person, choosePassword, dragAcross, logIn, personAt } from "./person";
import { prepareBottling, prepareMapping } from "./examples";
import { type System, startBrowser, startSystem } from "./system";

const ADDRESS = process.env["ADDRESS"];
const PASSWORD = process.env["PASSWORD"] ?? "the kiln burns at night";
const LINE = "fushan/tobacco/making-and-packing/cigarette-line";
const MACHINE = `${LINE}/maker`;
const FILLER = "fushan/drinks/bottling/filler";
// Stops as another system wrote them, in GBK and with three errors.
const FAULTY = Buffer.concat([
  Buffer.from("date,from,to,reason\n2022-07-22,11:58,12:01,"),
  Buffer.from([0xbf, 0xa8, 0xc6, 0xbf]),
  Buffer.from("\n2022-13-40,12:00,12:05,\n2022-07-22,13:05,1 p.m.,\n"),
]);
// The crews work by the clock of the machine that the plant runs on.
const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const minutes = Number(process.env["MINUTES"] ?? 10);
const folder = resolve(import.meta.dirname, "../../docs/guide/screenshots");

type Shot = { name: string; at: string; before?: (page: Page, person: Person) => Promise<void>; dark?: boolean; width?: number; height?: number };

const SHOTS: Shot[] = [
  { name: "command-centre", at: "#/" },
  { name: "command-centre-dark", at: "#/", dark: true },
  {
    name: "wall",
    at: "#/",
    dark: true,
    width: 1920,
    height: 1080,
    before: async (page, { t }) => {
      await page.getByRole("button", { name: t.command.wall }).click();
      await page.locator(".wall").waitFor();
    },
  },
  { name: "line", at: `#/line/${LINE}`, height: 1500 },
  { name: "machine", at: `#/machine/${MACHINE}`, height: 1500 },
  {
    name: "trend",
    at: `#/machine/${MACHINE}`,
    before: async (page, { t }) => {
      const plot = page.locator(".trend .u-over").first();
      await page.locator(".trend .u-over").nth(1).waitFor();
      await dragAcross(page, plot, 0.62, 0.95);
      await page.getByRole("button", { name: t.machine.follow }).waitFor();
      await plot.hover({ position: { x: 260, y: 60 } });
    },
  },
  { name: "downtime", at: `#/downtime/${LINE}`, width: 1024, height: 768 },
  {
    name: "reason",
    at: `#/downtime/${LINE}`,
    width: 1024,
    height: 768,
    before: async (page, { t }) => {
      await page.getByLabel(t.downtime.onlyOpen).uncheck();
      await page.locator(".stops button").first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "split",
    at: `#/downtime/${LINE}`,
    width: 1024,
    height: 768,
    before: async (page, { t }) => {
      await page.getByLabel(t.downtime.onlyOpen).uncheck();
      await page.locator(".stops li").filter({ hasText: "–" }).first().getByRole("button").click();
      await page.getByRole("dialog").getByRole("button", { name: t.downtime.verbs.split }).click();
      await page.getByRole("slider").press("PageUp");
    },
  },
  { name: "reasons", at: "#/downtime?view=reasons", height: 1000 },
  { name: "shifts", at: "#/shifts" },
  { name: "devices", at: "#/devices" },
  {
    name: "device",
    at: "#/devices",
    before: async (page, { t }) => {
      await page.getByRole("row", { name: /maker/ }).first().click();
      await page.getByRole("button", { name: t.devices.payload }).click();
    },
  },
  { name: "equipment", at: "#/equipment" },
  {
    name: "import",
    at: "#/equipment/history",
    before: async (page, { t }) => {
      await page.getByRole("button", { name: t.files.kinds.intervals, exact: true }).click();
      await page.getByLabel(t.level.WORK_UNIT, { exact: true }).selectOption(FILLER);
      await page.locator("input[type=file]").setInputFiles({ name: "stops-gbk.csv", mimeType: "text/csv", buffer: FAULTY });
      await page.locator(".lines").waitFor();
    },
  },
  { name: "reconciliation", at: `#/equipment/days?node=${FILLER}`, before: (page) => page.locator(".days tbody tr").first().click() },
  { name: "connections", at: "#/administration/connections" },
  {
    name: "mapping",
    at: "#/administration/mappings",
    before: async (page, { t }) => {
      await page.getByRole("row").filter({ hasText: "{machine}" }).first().click();
      await page.getByRole("button", { name: t.mqtt.preview }).click();
      await page.getByRole("dialog").locator(".payload").first().waitFor();
    },
  },
  {
    name: "credentials",
    at: "#/administration/credentials",
    before: async (page, { t }) => {
      await page.getByRole("button", { name: t.do.add, exact: true }).click();
      await page.getByLabel(t.devices.type).selectOption("PLAIN");
    },
  },
  { name: "users", at: "#/administration/users" },
  { name: "health", at: "#/administration/health" },
  { name: "audit", at: "#/administration/audit" },
];

let system: Pick<System, "address" | "mqttPort"> & Partial<System>;
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
  if (ADDRESS) system = { address: ADDRESS, mqttPort: Number(process.env["MQTT_PORT"] ?? 1883) };
  else system = await startSystem();
  const first = await personAt(browser, system.address);
  await logIn(first, "admin", system.password ?? PASSWORD);
  if (system.password) await choosePassword(first, system.password, PASSWORD);
  await first.page.getByRole("heading", { name: first.t.screens.command }).waitFor();
  await prepareMapping(first, system.mqttPort);
  await prepareBottling(first, FILLER);
  // Not a wait for a condition: the pictures want a plant with a past.
  if (!ADDRESS) await new Promise((wait) => setTimeout(wait, minutes * 60_000));
  await first.leave();
}, (minutes + 6) * 60_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop?.();
});

/** As long as anything moves or is still on its way, the picture waits. */
async function settled(page: Page): Promise<void> {
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().filter((each) => each.effect?.getTiming().iterations !== Infinity).map((each) => each.finished));
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  });
}

/** 256 colours are enough for a screen, and a third of the size; without ImageMagick the picture stays as it is. */
function shrink(file: string): void {
  spawnSync("convert", [file, "-dither", "None", "-colors", "256", "-define", "png:compression-level=9", `PNG8:${file}`]);
}

async function take(person: Person, shot: Shot, file: string): Promise<void> {
  const { page, go } = person;
  await page.setViewportSize({ width: shot.width ?? 1440, height: shot.height ?? 900 });
  await page.emulateMedia({ colorScheme: shot.dark ? "dark" : "light" });
  // Through an empty address, so that the same screen starts afresh.
  await page.goto("about:blank");
  await go(shot.at);
  await page.locator("h1").waitFor();
  await settled(page);
  await shot.before?.(page, person);
  await page.locator(".toast").first().waitFor({ state: "detached" });
  await settled(page);
  await page.screenshot({ path: file });
  shrink(file);
}

describe.each(LANGUAGES)("the guide's pictures in %s", (language) => {
  it("are taken", { timeout: 300_000 }, async () => {
    const into = join(folder, language);
    mkdirSync(into, { recursive: true });
    const person = await personAt(browser, system.address, { language, zone: ZONE });
    await logIn(person, "admin", PASSWORD);
    await person.page.getByRole("heading", { name: person.t.screens.command }).waitFor();
    for (const shot of SHOTS) await take(person, shot, join(into, `${shot.name}.png`));
    await person.leave();
  });
});
