// SPDX-License-Identifier: Apache-2.0
// Takes the user guide's pictures again, in both languages: npm run screenshots. MINUTES says how long the plant runs first.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { LANGUAGES } from "../src/language/wordsOf";
import { type Person, choosePassword, logIn, personAt } from "./person";
import { type System, startBrowser, startSystem } from "./system";

const PASSWORD = "the kiln burns at night";
const LINE = "fushan/tobacco/making-and-packing/cigarette-line";
const MACHINE = `${LINE}/maker`;
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
  { name: "import", at: "#/equipment/files" },
  { name: "users", at: "#/administration/users" },
  { name: "health", at: "#/administration/health" },
];

let system: System;
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
  system = await startSystem();
  const first = await personAt(browser, system.address);
  await logIn(first, "admin", system.password);
  await choosePassword(first, system.password, PASSWORD);
  await first.page.getByRole("heading", { name: first.t.screens.command }).waitFor();
  await new Promise((wait) => setTimeout(wait, minutes * 60_000));
  await first.leave();
}, (minutes + 6) * 60_000);

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

async function take(person: Person, shot: Shot, file: string): Promise<void> {
  const { page, go } = person;
  await page.setViewportSize({ width: shot.width ?? 1440, height: shot.height ?? 900 });
  await page.emulateMedia({ colorScheme: shot.dark ? "dark" : "light" });
  // Through an empty address, so that the same screen starts afresh.
  await page.goto("about:blank");
  await go(shot.at);
  await page.waitForTimeout(1500);
  await shot.before?.(page, person);
  await page.waitForTimeout(800);
  await page.screenshot({ path: file });
}

describe.each(LANGUAGES)("the guide's pictures in %s", (language) => {
  it("are taken", { timeout: 300_000 }, async () => {
    const into = join(folder, language);
    mkdirSync(into, { recursive: true });
    const person = await personAt(browser, system.address, { language });
    await logIn(person, "admin", PASSWORD);
    await person.page.getByRole("heading", { name: person.t.screens.command }).waitFor();
    for (const shot of SHOTS) await take(person, shot, join(into, `${shot.name}.png`));
    await person.leave();
  });
});
