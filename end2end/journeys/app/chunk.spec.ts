// The pages that are fetched after Today: where they cannot be had it is said, and the same tab
// goes on as soon as they can.
import { expect, test, type Page } from '@playwright/test';
import { press } from '../../pages/app';
import { beginYoung, words } from '../../pages/visit';

const say = words();
const CHUNK = '**/askelma-rest-*.wasm';

test.use({ serviceWorkers: 'block' });

const link = (page: Page, name: string) => page.getByRole('link', { name: say(name), exact: true });
const title = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1 })).toHaveText(say(name), { timeout: 20_000 });

/** A diary that was just begun, its tab marked; what breaks in it is collected. */
async function begun(page: Page): Promise<{ errors: string[]; isSameTab(): Promise<boolean> }> {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await beginYoung(page);
  await page.evaluate(() => Object.assign(window, { marked: true }));
  return { errors, isSameTab: () => page.evaluate(() => 'marked' in window) };
}

async function saysSo(page: Page): Promise<void> {
  await expect(page.getByText(say('app.unreachable'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('app.again'), exact: true })).toBeVisible();
}

/** The page never tries by itself: its timer of five seconds does not come. */
async function withoutTimer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const start = window.setTimeout.bind(window);
    window.setTimeout = ((call: () => void, wait?: number) => (wait === 5_000 ? 0 : start(call, wait))) as typeof setTimeout;
  });
}

test('a page that cannot be fetched says so and opens by itself once it can', async ({ page }) => {
  const { errors, isSameTab } = await begun(page);
  await page.route(CHUNK, (route) => route.abort());
  await link(page, 'nav.me').click();
  await saysSo(page);
  await page.unroute(CHUNK);
  await title(page, 'me.title');
  await expect(page).toHaveURL(/\/me$/);
  expect(await isSameTab()).toBe(true);
  expect(errors).toEqual([]);
});

test('it opens as soon as the network is back', async ({ page, context }) => {
  await withoutTimer(page);
  const { errors, isSameTab } = await begun(page);
  await context.setOffline(true);
  await link(page, 'nav.people').click();
  await saysSo(page);
  await context.setOffline(false);
  await title(page, 'people.title');
  expect(await isSameTab()).toBe(true);
  expect(errors).toEqual([]);
});

test('it opens by the button', async ({ page }) => {
  await withoutTimer(page);
  const { errors, isSameTab } = await begun(page);
  await page.route(CHUNK, (route) => route.abort());
  await link(page, 'nav.me').click();
  await saysSo(page);
  await press(page, 'app.again');
  await saysSo(page);
  await page.unroute(CHUNK);
  await press(page, 'app.again');
  await title(page, 'me.title');
  expect(await isSameTab()).toBe(true);
  expect(errors).toEqual([]);
});

test('two quick taps while it is fetched end at the last one', async ({ page }) => {
  const { errors } = await begun(page);
  let release!: () => void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(CHUNK, async (route) => {
    await held;
    await route.continue();
  });
  await link(page, 'nav.me').click();
  await link(page, 'nav.people').click();
  await title(page, 'app.loading');
  release();
  await title(page, 'people.title');
  await expect(page).toHaveURL(/\/people$/);
  await page.goBack();
  await title(page, 'me.title');
  expect(errors).toEqual([]);
});
