// SPDX-License-Identifier: Apache-2.0
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../src/language/wordsOf";
import { type Person, choosePassword, logIn, personAt } from "./person";
import { type System, eventually, startBrowser, startSystem } from "./system";

const PASSWORD = "the kiln burns at night";

let system: System;
let browser: Browser;
let admin: Person;

beforeAll(async () => {
  browser = await startBrowser();
  system = await startSystem();
  admin = await personAt(browser, system.address);
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

afterEach(() => {
  expect(admin.faults).toEqual([]);
});

describe("the first administrator", () => {
  it("is told when the password is wrong, in the language of the browser", async () => {
    const chinese = await personAt(browser, system.address, { language: "zh-CN" });
    await logIn(chinese, "admin", "not it");
    await chinese.page.getByText(chinese.t.login.wrong).waitFor();
    expect(await chinese.page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await chinese.leave();
  });

  it("logs in with the one-time password and must choose another", async () => {
    await logIn(admin, "admin", system.password);
    await admin.page.getByText(admin.t.login.changeWhy).waitFor();
    await choosePassword(admin, system.password, PASSWORD);
    await admin.page.getByRole("heading", { name: admin.t.screens.command }).waitFor();
  });

  it("stays logged in over a reload", async () => {
    await admin.page.reload();
    await admin.page.getByRole("heading", { name: admin.t.screens.command }).waitFor();
  });
});

describe("the frame", () => {
  it("speaks the other language at a touch and comes back", async () => {
    const { page } = admin;
    await page.getByRole("button", { name: "中文", exact: true }).click();
    await page.getByRole("heading", { name: wordsOf("zh-CN").screens.command }).waitFor();
    await page.getByRole("button", { name: "EN", exact: true }).click();
    await page.getByRole("heading", { name: admin.t.screens.command }).waitFor();
  });

  it("is walked with the keyboard alone", async () => {
    const { page, t } = admin;
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByText(t.help.find).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.press("e");
    await page.getByRole("heading", { name: t.screens.equipment, level: 1 }).waitFor();
    await page.keyboard.press("/");
    await page.getByRole("combobox").fill(t.screens.shifts);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: t.screens.shifts, level: 1 }).waitFor();
  });

  it("goes dark and light by a key, and stays so over a reload", async () => {
    const { page } = admin;
    const theme = () => page.locator("html").getAttribute("data-theme");
    const before = await theme();
    await page.keyboard.press("t");
    await eventually("the other theme", 5, async () => ((await theme()) !== before ? true : undefined));
    const after = await theme();
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await theme()).toBe(after);
    await page.keyboard.press("t");
    await eventually("the first theme", 5, async () => ((await theme()) !== after ? true : undefined));
  });

  it("finds a machine by a part of its name and opens it with the keyboard", async () => {
    const { page, t } = admin;
    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: t.app.findPlaceholder }).fill("overwr");
    await page.locator("#hits [aria-selected=true]").filter({ hasText: "Overwrapper" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Overwrapper", level: 1 }).waitFor();
  });

  it("shows a screen that is not there as such", async () => {
    await admin.go("#/nowhere");
    await admin.page.getByText(admin.t.app.notFound).waitFor();
  });
});

describe("the register of equipment", () => {
  it("shows the demonstration plant down to its machines", async () => {
    await admin.go("#/equipment");
    await admin.page.getByRole("row", { name: /Hot-strip mill/ }).waitFor();
    expect(await admin.page.getByRole("row").count()).toBeGreaterThan(25);
  });

  it("reads a file in GBK, names each error by its line and stores nothing", async () => {
    const { page, t } = admin;
    await admin.go("#/equipment/files");
    await page.getByRole("button", { name: t.files.parts.products }).click();
    // 冷轧 in GBK; the second row has no code.
    const gbk = Buffer.concat([Buffer.from("code,name_en,name_zh,unit\ncold-strip,Cold strip,"), Buffer.from([0xc0, 0xe4, 0xd4, 0xfe]), Buffer.from(",t\n,Nameless,,t\n")]);
    await page.locator("input[type=file]").setInputFiles({ name: "products.csv", mimeType: "text/csv", buffer: gbk });
    await page.getByText(t.files.fault(1), { exact: false }).waitFor();
    await page.getByText(/^GB/).waitFor();
    expect(await page.getByRole("button", { name: t.files.store, exact: true }).isDisabled()).toBe(true);
  });

  it("stores the file once it is right", async () => {
    const { page, t } = admin;
    const good = Buffer.from("code,name_en,name_zh,unit\ncold-strip,Cold strip,冷轧带钢,t\n");
    await page.locator("input[type=file]").setInputFiles({ name: "products.csv", mimeType: "text/csv", buffer: good });
    await page.getByRole("button", { name: t.files.store, exact: true }).click();
    await page.getByText(t.files.stored, { exact: true }).waitFor();
    await admin.go("#/equipment/products");
    await page.getByText("Cold strip", { exact: true }).waitFor();
  });
});

describe("a viewer", () => {
  it("is made by the administrator, sees the plant and may not administer it", async () => {
    const { page, t } = admin;
    await admin.go("#/administration/users");
    await page.getByRole("button", { name: t.do.add, exact: true }).first().click();
    const form = page.getByRole("dialog");
    await form.getByLabel(t.login.user).fill("li.na");
    await form.getByLabel(t.admin.displayName, { exact: true }).fill("李娜");
    await form.getByRole("button", { name: t.do.save }).click();
    const password = await page.getByRole("textbox", { name: "li.na" }).inputValue();
    await page.getByRole("dialog").getByRole("button", { name: t.do.close }).last().click();

    const viewer = await personAt(browser, system.address, { language: "zh-CN" });
    await logIn(viewer, "li.na", password);
    await choosePassword(viewer, password, "一条足够长的密码句子啊啊");
    await viewer.page.getByRole("heading", { name: viewer.t.screens.command }).waitFor();
    await viewer.go("#/administration/users");
    await viewer.page.getByText(viewer.t.say.forbidden).waitFor();
    expect(viewer.faults).toEqual([]);
    await viewer.leave();
  });
});
