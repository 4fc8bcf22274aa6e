// SPDX-License-Identifier: Apache-2.0
// The virtual plant as people watch it: figures that live, stops that get a reason, devices that answer.
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Person, choosePassword, dragAcross, logIn, personAt } from "./person";
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

describe("the trends of a machine", () => {
  const bounds = () => admin.page.locator(".trend > .row .second").innerText();

  it("zoom by a drag, pan with Shift, and come back by a double click", async () => {
    const { page, t } = admin;
    await admin.go(`#/machine/${LINE}/packer`);
    const plot = page.locator(".trend .u-over").first();
    await page.locator(".trend .u-over").nth(1).waitFor();
    const drag = (from: number, to: number) => dragAcross(page, plot, from, to);
    await drag(0.4, 0.8);
    await page.getByRole("button", { name: t.machine.follow }).waitFor();
    const zoomed = await bounds();
    expect(zoomed).toMatch(/2[34]\smin/);
    await page.keyboard.down("Shift");
    await drag(0.3, 0.6);
    await page.keyboard.up("Shift");
    await eventually("another range of the same length", 10, async () => ((await bounds()) !== zoomed ? true : undefined));
    expect(await bounds()).toMatch(/2[34]\smin/);
    await page.getByRole("button", { name: t.machine.follow }).click();
    await page.locator(".trend > .row").waitFor({ state: "detached" });
    await drag(0.4, 0.8);
    await page.getByRole("button", { name: t.machine.follow }).waitFor();
    await plot.dblclick();
    await page.locator(".trend > .row").waitFor({ state: "detached" });
  });

  it("share one cursor", async () => {
    const { page } = admin;
    const plots = page.locator(".trend .u-over");
    await plots.nth(1).waitFor();
    await plots.first().hover({ position: { x: 200, y: 40 } });
    const at = (index: number) => plots.nth(index).locator(".u-cursor-x").evaluate((line) => line.style.transform);
    await eventually("the cursor in both plots at one place", 10, async () => {
      const [first, second] = [await at(0), await at(1)];
      return first === second && first.includes("200") ? true : undefined;
    });
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
      const answer = page.waitForResponse((each) => each.url().includes("/api/intervals"));
      await page.reload();
      await answer;
      await page.getByLabel(t.downtime.onlyOpen).uncheck();
      return (await ended.count()) > 0 || undefined;
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

describe("a stop that was two", () => {
  it("is split, and the second part gets a comment", async () => {
    const { page, t } = admin;
    const line = page.locator(".stops li").filter({ hasText: "Sensor" }).first();
    await line.getByRole("button").click();
    const dialog = page.getByRole("dialog");
    const split = dialog.getByRole("button", { name: t.downtime.verbs.split });
    await split.first().click();
    await dialog.getByRole("slider").press("ArrowRight");
    const answer = page.waitForResponse((each) => each.url().endsWith("/split"));
    await split.last().click();
    const parts = (await (await answer).json()) as { from: string; to: string | null }[];
    expect(parts.map((part) => part.from)).toContain(parts[0]?.to ?? parts[1]?.to);
    await dialog.waitFor({ state: "detached" });
    await line.getByRole("button").click();
    await dialog.getByRole("button", { name: t.downtime.verbs.comment }).click();
    await dialog.getByLabel(t.downtime.comment).fill("lens was wiped");
    // The answer tells: the plant goes on, and by now another stop may be the first of the list.
    const commented = page.waitForResponse((each) => each.url().endsWith("/comment"));
    await dialog.getByRole("button", { name: t.do.save }).click();
    expect(await (await commented).text()).toContain("lens was wiped");
    await dialog.waitFor({ state: "detached" });
  });
});

describe("a reason", () => {
  it("that an engineer adds is offered for a stop at once", async () => {
    const { page, t } = admin;
    await admin.go("#/downtime?view=reasons");
    await page.getByRole("button", { name: t.do.add, exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel(t.equipment.code, { exact: true }).fill("JAM");
    await form.getByLabel(t.equipment.nameEn).fill("Glue nozzle clogged");
    await form.getByLabel(t.reasons.parent, { exact: true }).selectOption("MINOR_STOP");
    await form.getByLabel(t.reasons.bookedAs).selectOption("MINOR_STOP");
    await form.getByRole("button", { name: t.do.save }).click();
    // The code is taken: what was typed stays, and another code does it.
    await form.getByText("REASON-DUPLICATE").waitFor();
    await form.getByLabel(t.equipment.code, { exact: true }).fill("GLUE");
    await form.getByRole("button", { name: t.do.save }).click();
    await form.waitFor({ state: "detached" });
    await page.getByRole("row").filter({ hasText: "Glue nozzle clogged" }).waitFor();

    await admin.go("#/downtime");
    await page.getByLabel(t.downtime.onlyOpen).uncheck();
    await page.locator(".stops li").filter({ hasText: "–" }).last().getByRole("button").click();
    await form.locator(".reason-button").filter({ hasText: "Glue nozzle clogged" }).first().click();
    await form.waitFor({ state: "detached" });
    await page.locator(".stops li").filter({ hasText: "Glue nozzle clogged" }).first().waitFor();
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

describe("a command", () => {
  it("reaches the device, which answers with the value, and is in the audit log", async () => {
    const { page, t } = admin;
    await admin.go("#/devices");
    await page.getByRole("row").filter({ has: page.getByText("packer", { exact: true }) }).click();
    await page.getByRole("button", { name: t.devices.command }).click();
    const form = page.getByRole("dialog").last();
    await form.getByLabel(t.equipment.metric).selectOption("Status/SetpointSpeed");
    await form.getByLabel(t.machine.value).fill("399");
    await form.getByRole("button", { name: t.devices.send }).click();
    await page.getByText(t.devices.sent, { exact: true }).waitFor();
    await page.getByRole("row").filter({ hasText: "Status/SetpointSpeed" }).filter({ hasText: "399" }).waitFor();
    await admin.go("#/administration/audit");
    await page.getByRole("row").filter({ hasText: "device.command" }).filter({ hasText: "399" }).waitFor();
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

describe("live values", () => {
  it("come by the stream alone, and say so when their source falls silent", async () => {
    const { page, t } = admin;
    await admin.go(`#/machine/${LINE}/packer`);
    const row = page.locator(".values tr").filter({ hasText: "Glue temperature" });
    await row.waitFor();
    // From here on nothing is fetched again: what changes came by the stream.
    await page.route("**/api/unit?*", (route) => route.abort());
    const before = await row.locator(".latest").innerText();
    await eventually("another temperature", 60, async () => ((await row.locator(".latest").innerText()) !== before ? true : undefined));
    system.cutPlant();
    await row.getByText(t.quality.STALE).waitFor({ timeout: 60_000 });
    await page.unroute("**/api/unit?*");
    await page.locator(".head").getByText(t.connection.OFFLINE).waitFor();
  });
});
