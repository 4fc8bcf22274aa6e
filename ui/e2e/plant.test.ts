// SPDX-License-Identifier: Apache-2.0
// The virtual plant as people watch it: figures that live, stops that get a reason, devices that answer.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Person, choosePassword, logIn, personAt } from "./person";
import { type System, eventually, startBrowser, startSystem } from "./system";

const PASSWORD = "the kiln burns at night";
const LINE = "fushan/tobacco/making-and-packing/cigarette-line";

let system: System;
let browser: Browser;
let admin: Person;

beforeAll(async () => {
  browser = await startBrowser();
  system = await startSystem();
  admin = await personAt(browser, system.address);
  await logIn(admin, "admin", system.password);
  await choosePassword(admin, system.password, PASSWORD);
  await admin.page.getByRole("heading", { name: admin.t.screens.command }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await system?.stop();
});

afterEach(() => {
  expect(admin.faults).toEqual([]);
});

/** The number in a text such as "71.4 %", or nothing while there is a dash. */
const figure = (text: string): number | undefined => {
  const found = /-?[\d,]+(\.\d+)?/.exec(text)?.[0];
  return found === undefined ? undefined : Number(found.replaceAll(",", ""));
};

describe("the command centre", () => {
  it("shows a live OEE figure for every line", async () => {
    await admin.go("#/");
    const cards = admin.page.locator(".line-card");
    await eventually("five lines with a figure", 60, async () => {
      const figures = (await cards.locator(".figure strong").allInnerTexts()).map(figure);
      return figures.length === 5 && figures.every((each) => each !== undefined) ? true : undefined;
    });
  });

  it("goes on by itself", async () => {
    const asOf = admin.page.locator(".head .quiet").first();
    const before = await asOf.innerText();
    await eventually("a newer time", 20, async () => ((await asOf.innerText()) !== before ? true : undefined));
  });

  it("fills the screen of a wall and comes back", async () => {
    const { page, t } = admin;
    await page.keyboard.press("f");
    await page.locator(".wall-card").nth(4).waitFor();
    await page.getByRole("button", { name: t.command.leaveWall }).click();
    await page.locator(".line-card").first().waitFor();
  });

  it("says since when the connection is lost, and that it is back", async () => {
    const { page, context } = admin;
    await context.setOffline(true);
    // A stream that stands is not cut by the browser's offline switch; a new one is.
    await page.reload().catch(() => undefined);
    await context.setOffline(false);
    await page.goto(system.address);
    await page.locator(".line-card").first().waitFor();
    await page.route("**/api/live*", (route) => route.abort());
    await admin.go("#/devices");
    await page.locator(".lost").waitFor();
    await page.unroute("**/api/live*");
    await page.locator(".lost").waitFor({ state: "detached" });
  });
});

describe("a line", () => {
  it("shows its machines in flow order with counts that grow", async () => {
    const { page } = admin;
    await admin.go(`#/line/${LINE}`);
    const names = await eventually("five machines", 20, async () => {
      const found = await page.locator(".flow h3").allInnerTexts();
      return found.length === 5 ? found : undefined;
    });
    expect(names[0]).toBe("Cigarette maker");
    expect(names[4]).toBe("Case packer");
    await page.locator(".waterfall tr.total").nth(1).waitFor();
    await page.locator(".timeline canvas").waitFor();
  });
});

describe("a machine", () => {
  it("shows values that move, and the curve of the one that is ticked", async () => {
    const { page, t } = admin;
    await admin.go(`#/machine/${LINE}/packer`);
    await page.locator(".trend .uplot").first().waitFor();
    const row = page.locator(".values tr").filter({ hasText: /Electricity|电/ }).first();
    const value = row.locator(".latest");
    const before = figure(await value.innerText());
    await eventually("a higher meter", 60, async () => ((figure(await value.innerText()) ?? 0) > (before ?? 0) ? true : undefined));
    const plots = await page.locator(".trend .legend li").count();
    await row.getByRole("checkbox").check();
    await eventually("one curve more", 20, async () => ((await page.locator(".trend .legend li").count()) === plots + 1 ? true : undefined));
    await page.getByRole("button", { name: t.machine.spans["5m"], exact: true }).click();
  });

  it("opens a figure down to its formula, inputs and intervals", async () => {
    const { page, t } = admin;
    await page.locator(".kpis tbody tr").filter({ hasText: "APT / PBT" }).first().click();
    await page.locator(".inputs dt").filter({ hasText: "APT" }).first().waitFor();
    await page.getByRole("button", { name: new RegExp(`^${t.machine.intervals}`) }).click();
    const interval = page.locator(".kpis .stops button").first();
    await interval.click();
    await page.getByRole("dialog").getByRole("button", { name: t.downtime.verbs.samples }).click();
    await page.getByRole("dialog").locator(".samples, .empty").first().waitFor();
    await page.keyboard.press("Escape");
  });
});

describe("a stop", () => {
  it("gets its reason by two touches, and keeps it", async () => {
    const { page, t } = admin;
    await admin.go("#/downtime");
    await page.getByLabel(t.downtime.onlyOpen).uncheck();
    const ended = page.locator(".stops li").filter({ hasText: "–" });
    await eventually("a stop that has ended", 90, async () => {
      if (await ended.count()) return true;
      await page.reload();
      await page.getByLabel(t.downtime.onlyOpen).uncheck();
      await page.waitForTimeout(3000);
      return undefined;
    });
    await ended.first().getByRole("button").click();
    const reason = page.getByRole("dialog").locator(".reason-button").filter({ hasText: "Sensor" }).first();
    await reason.click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.reload();
    await page.getByLabel(t.downtime.onlyOpen).uncheck();
    await page.locator(".stops li").filter({ hasText: "Sensor" }).first().waitFor();
  });
});

describe("devices", () => {
  it("are all there and online, with the last payload decoded", async () => {
    const { page, t } = admin;
    await admin.go("#/devices");
    const maker = page.getByRole("row").filter({ hasText: "maker" }).first();
    await maker.filter({ hasText: t.connection.ONLINE }).waitFor();
    await maker.click();
    await page.getByRole("button", { name: t.devices.payload }).click();
    await page.locator(".payload").filter({ hasText: "metrics" }).waitFor();
  });

  it("are born again when asked, and the audit log knows by whom", async () => {
    const { page, t } = admin;
    await page.getByRole("button", { name: t.devices.rebirth }).click();
    await page.getByText(t.devices.rebirthAsked).waitFor();
    await admin.go("#/administration/audit");
    await page.getByRole("row").filter({ hasText: "device.rebirth" }).filter({ hasText: "admin" }).waitFor();
  });
});

describe("shifts", () => {
  it("take a planned stop", async () => {
    const { page, t } = admin;
    await admin.go("#/shifts/stops");
    await page.getByRole("button", { name: t.do.add, exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel(t.shifts.reason).fill("Fire drill");
    await form.getByRole("button", { name: t.do.save }).click();
    await page.getByRole("cell", { name: "Fire drill" }).waitFor();
  });
});
