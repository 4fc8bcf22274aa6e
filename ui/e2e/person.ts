// SPDX-License-Identifier: Apache-2.0
// What a person does in the browser, in their words; every test speaks through it.
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { type LanguageTag, type Words, wordsOf } from "../src/language/wordsOf";

export type Look = { language?: LanguageTag; dark?: boolean; width?: number; height?: number; zone?: string };

export type Person = {
  page: Page;
  context: BrowserContext;
  t: Words;
  /** Faults that the page reported by itself: scripts that threw. */
  faults: string[];
  go: (hash: string) => Promise<void>;
  leave: () => Promise<void>;
};

export async function personAt(browser: Browser, address: string, look: Look = {}): Promise<Person> {
  const language = look.language ?? "en";
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    locale: language,
    colorScheme: look.dark ? "dark" : "light",
    timezoneId: look.zone ?? "Asia/Shanghai",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  return {
    page,
    context,
    t: wordsOf(language),
    faults,
    go: async (hash) => {
      await page.goto(`${address}/${hash}`);
    },
    leave: () => context.close(),
  };
}

export async function logIn({ page, t, go }: Person, user: string, password: string): Promise<void> {
  await go("#/");
  await page.getByLabel(t.login.user).fill(user);
  await page.getByLabel(t.login.password, { exact: true }).fill(password);
  await page.getByRole("button", { name: t.login.submit, exact: true }).click();
}

export async function choosePassword({ page, t }: Person, old: string, fresh: string): Promise<void> {
  await page.getByLabel(t.login.old).fill(old);
  await page.getByLabel(t.login.fresh, { exact: true }).fill(fresh);
  await page.getByLabel(t.login.again).fill(fresh);
  await page.getByRole("button", { name: t.login.submitChange }).click();
}

/** Drags across a plot between two shares of its width, once it stands still. */
export async function dragAcross(page: Page, plot: Locator, from: number, to: number): Promise<void> {
  const width = (await plot.boundingBox())?.width ?? 0;
  const at = (share: number) => ({ position: { x: width * share, y: 40 } });
  await plot.hover(at(from));
  await page.mouse.down();
  await plot.hover(at((from + to) / 2));
  await plot.hover(at(to));
  await page.mouse.up();
}
