// SPDX-License-Identifier: Apache-2.0
// From an empty platform to a machine one can watch, with the screens alone: what a newcomer does on the first day.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { publish } from "./mqtt";
import { type Person, choosePassword, logIn, personAt } from "./person";
import { type System, eventually, startBrowser, startSystem } from "./system";

const PASSWORD = "the kiln burns at night";
const LINE = "works/hall";
const FILLER = `${LINE}/filler`;

const TABLES = {
  classes: "code,name_en,name_zh\npress,Press,压力机\n",
  properties: "class,property,role,metric,name_en,name_zh,unit,scale,wraps_at\npress,Speed,SPEED,speed,Speed,速度,1/min,1,\npress,Temperature,PROCESS,temperature,Temperature,温度,Cel,1,\n",
  rules: "class,position,property,test,low,high,seconds,state\npress,1,Speed,ABOVE,0.1,,0,RUNNING\npress,2,Speed,BELOW,0.1,,0,UNCLASSIFIED\n",
  nodes: `path,level,name_en,name_zh,class,position\nworks,ENTERPRISE,Works,工厂,,1\n${LINE},WORK_CENTER,Hall,车间,,1\n${FILLER},WORK_UNIT,Filler,灌装机,,1\n`,
} as const;

const csv = (name: string, text: string | Buffer) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

let system: System;
let browser: Browser;
let admin: Person;
let pressPassword: string;

beforeAll(async () => {
  browser = await startBrowser();
  system = await startSystem({ plant: false });
  admin = await personAt(browser, system.address);
  await logIn(admin, "admin", system.password);
  await choosePassword(admin, system.password, PASSWORD);
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

afterEach(() => {
  expect(admin.faults).toEqual([]);
});

const say = (state: object): Promise<void> => publish(system.mqttPort, "press-1", pressPassword, "works/hall/press/state", JSON.stringify(state));

describe("an empty platform", () => {
  it("says on each screen what to do next", async () => {
    const { page, t, go } = admin;
    await page.getByText(t.command.emptyTitle).waitFor();
    await page.getByRole("link", { name: t.command.toEquipment }).waitFor();
    await go("#/devices");
    await page.getByText(t.devices.noneTitle).waitFor();
    await go("#/administration/credentials");
    await page.getByText(t.mqtt.noCredentials).waitFor();
    await go("#/administration/mappings");
    await page.getByText(t.mqtt.noMappings).waitFor();
    await go("#/administration/tokens");
    await page.getByText(t.admin.noTokens).waitFor();
  });

  it("takes the equipment from files", async () => {
    const { page, t, go } = admin;
    await go("#/equipment/files");
    for (const [part, text] of Object.entries(TABLES)) {
      await page.getByRole("button", { name: t.files.parts[part as keyof typeof TABLES], exact: true }).click();
      await page.locator("input[type=file]").setInputFiles(csv(`${part}.csv`, text));
      await page.getByRole("button", { name: t.files.store, exact: true }).click();
      await page.getByText(t.files.stored, { exact: true }).waitFor();
    }
    await go("#/equipment");
    await page.getByRole("row", { name: /Filler/ }).waitFor();
  });
});

describe("a connection to another broker", () => {
  it("is refused with a code while its port is impossible, and keeps what was typed", async () => {
    const { page, t, go } = admin;
    await go("#/administration/connections");
    await page.getByRole("button", { name: t.do.add, exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel(t.equipment.name, { exact: true }).fill("hall-2");
    await form.getByLabel(t.mqtt.host).fill("127.0.0.1");
    await form.getByLabel(t.mqtt.port).fill("99999");
    await form.getByRole("button", { name: t.do.save }).click();
    await form.getByText("CONNECTION-ADDRESS").waitFor();
    expect(await form.getByLabel(t.mqtt.host).inputValue()).toBe("127.0.0.1");
  });

  it("is stored once it is right, says why it does not stand, and can be deleted", async () => {
    const { page, t } = admin;
    const form = page.getByRole("dialog");
    await form.getByLabel(t.mqtt.port).fill("9");
    await form.getByRole("button", { name: t.do.save }).click();
    await form.waitFor({ state: "detached" });
    const row = page.getByRole("row").filter({ hasText: "hall-2" });
    await row.getByText(t.mqtt.disconnected).waitFor();
    await row.click();
    await form.getByRole("button", { name: t.do.remove, exact: true }).click();
    await form.getByRole("button", { name: t.say.reallyRemove("hall-2") }).click();
    await row.waitFor({ state: "detached" });
  });
});

describe("a plain MQTT device", () => {
  it("gets credentials for its own topics, shown once", async () => {
    const { page, t, go } = admin;
    await go("#/administration/credentials");
    await page.getByRole("button", { name: t.do.add, exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel(t.devices.type).selectOption("PLAIN");
    await form.getByLabel(t.login.user).fill("press-1");
    await form.getByLabel(t.mqtt.topicFilter).fill("works/#/state");
    await form.getByRole("button", { name: t.do.save }).click();
    await form.getByText("CREDENTIAL-TOPICS").waitFor();
    await form.getByLabel(t.mqtt.topicFilter).fill("works/#");
    await form.getByRole("button", { name: t.do.save }).click();
    const shown = page.getByRole("textbox", { name: "press-1" });
    pressPassword = await shown.inputValue();
    expect(pressPassword.length).toBeGreaterThan(15);
    await page.getByRole("dialog").getByRole("button", { name: t.do.close }).last().click();
    await page.getByRole("row").filter({ hasText: "press-1" }).filter({ hasText: "works/#" }).waitFor();
    await say({ values: { speed: 112.5, temperature: 64.25 } });
  });

  it("has its messages mapped by a rule that is tried on the last real payload first", async () => {
    const { page, t, go } = admin;
    await go("#/administration/mappings");
    await page.getByRole("button", { name: t.do.add, exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel(t.mqtt.topic).fill("works/{line}/{machine}/state");
    await form.getByLabel(t.devices.edgeNode).fill("works/{line}");
    await form.getByLabel(t.equipment.deviceName, { exact: true }).fill("{machine}");
    await form.getByLabel(t.mqtt.pointer, { exact: true }).fill("values");
    await form.getByRole("button", { name: t.mqtt.preview }).click();
    await form.getByText("MAPPING-POINTER").first().waitFor();
    await form.getByLabel(t.mqtt.pointer, { exact: true }).fill("/values");
    await form.getByRole("button", { name: t.mqtt.preview }).click();
    await form.getByRole("row").filter({ hasText: "works/hall / press / temperature" }).filter({ hasText: "64.25" }).waitFor();
    await form.getByRole("button", { name: t.do.save }).click();
    await page.getByRole("row").filter({ hasText: "works/{line}/{machine}/state" }).waitFor();
  });

  it("becomes a machine by its template, and its values tick", async () => {
    const { page, t, go } = admin;
    await say({ values: { speed: 90, temperature: 61 } });
    await go("#/devices");
    await page.getByRole("row").filter({ hasText: "press" }).filter({ hasText: "works/hall" }).filter({ hasText: t.devices.unassigned }).click();
    await page.getByRole("button", { name: t.devices.assign }).click();
    const form = page.getByRole("dialog").last();
    await form.getByLabel(t.equipment.class).selectOption("press");
    await form.getByLabel(t.devices.under).selectOption(LINE);
    await form.getByLabel(t.devices.newCode).fill("press");
    await form.getByRole("button", { name: t.do.save }).click();
    await form.getByRole("button", { name: t.do.save }).waitFor({ state: "detached" });
    await go(`#/machine/${LINE}/press`);
    const speed = page.locator(".values tr").filter({ hasText: "Speed" });
    await speed.waitFor();
    await eventually("the speed that was said last", 30, async () => {
      await say({ values: { speed: 77.5, temperature: 61 } });
      return (await speed.locator(".latest").innerText()).startsWith("77.5") ? true : undefined;
    });
  });
});

describe("history from files", () => {
  const intervals = (rows: string) => csv("stops.csv", `date,from,to,reason\n${rows}`);

  it("lists every error of a GBK file by line and stores nothing", async () => {
    const { page, t, go } = admin;
    await go("#/equipment/history");
    await page.getByRole("button", { name: t.files.kinds.intervals, exact: true }).click();
    await page.getByText(t.files.chooseUnit).waitFor();
    await page.getByLabel(t.level.WORK_UNIT, { exact: true }).selectOption(FILLER);
    const stuck = Buffer.from([0xbf, 0xa8, 0xc6, 0xbf]); // 卡瓶 in GBK
    const file = Buffer.concat([Buffer.from("date,from,to,reason\n2022-07-22,11:58,12:01,"), stuck, Buffer.from("\n2022-13-40,12:00,12:05,\n2022-07-22,abc,12:00,\n")]);
    await page.locator("input[type=file]").setInputFiles(csv("stops-gbk.csv", file));
    await page.getByText(/^GB/).waitFor();
    const lines = page.locator(".lines tbody tr");
    expect(await lines.filter({ hasText: "IMPORT-DATE" }).first().innerText()).toContain("3, column date");
    expect(await lines.filter({ hasText: "abc" }).innerText()).toContain("4, column from");
    expect(await page.getByRole("button", { name: t.files.store, exact: true }).isDisabled()).toBe(true);
  });

  it("shows days by both sources, and a person decides which one counts", async () => {
    const { page, t } = admin;
    const store = async (kind: "days" | "intervals", file: ReturnType<typeof csv>) => {
      await page.getByRole("button", { name: t.files.kinds[kind], exact: true }).click();
      await page.getByLabel(t.level.WORK_UNIT, { exact: true }).selectOption(FILLER);
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByRole("button", { name: t.files.store, exact: true }).click();
      await page.getByText(t.files.stored, { exact: true }).waitFor();
    };
    const days = "date,from,monitored_h,running_h,stopped_h,total\n2022-07-22,08:00,8,6,2,900\n2022-07-26,08:00,4,3,1,400\n";
    await store("days", csv("days.csv", days));
    await store("intervals", intervals("2022-07-22,09:00,10:00,\n2022-07-26,09:00,10:00,\n"));
    await page.getByRole("link", { name: t.days.compare }).click();
    const day = page.getByRole("row").filter({ hasText: "Jul 22, 2022" });
    await day.filter({ hasText: "-1.000" }).waitFor();
    expect(await page.getByRole("row").filter({ hasText: "Jul 26, 2022" }).count()).toBe(0);
    await page.getByLabel(t.days.only).uncheck();
    await page.getByRole("row").filter({ hasText: "Jul 26, 2022" }).waitFor();
    await day.getByRole("checkbox").check();
    await page.getByRole("button", { name: t.days.take.EVENTS }).click();
    await day.filter({ hasText: "admin" }).locator(".tag.chosen", { hasText: t.days.source.EVENTS }).waitFor();
  });
});

describe("a session that ends", () => {
  it("leads to the log-in, and from there back to the same screen", async () => {
    const { page, t, go, context } = admin;
    await go("#/administration/retention");
    await page.getByLabel(t.retention.sampleDays).waitFor();
    await context.clearCookies();
    await page.getByLabel(t.retention.sampleDays).fill("31");
    await page.getByRole("button", { name: t.do.save }).click();
    await page.getByRole("button", { name: t.login.submit, exact: true }).waitFor();
    await page.getByLabel(t.login.user).fill("admin");
    await page.getByLabel(t.login.password, { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: t.login.submit, exact: true }).click();
    await page.getByLabel(t.retention.sampleDays).waitFor();
    expect(page.url()).toContain("#/administration/retention");
  });
});
