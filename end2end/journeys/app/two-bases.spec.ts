// Two deployments at one origin, at / and at /x/: neither meets what the other keeps.
import { expect, test, type Page } from '@playwright/test';
import { press } from '../../pages/app';
import { databases, everything } from '../../pages/database';
import { host, oneOrigin } from '../../pages/host';
import { routes } from '../../pages/routes';
import { face, saved, words } from '../../pages/visit';
import { kept, started } from '../../pages/watch';

const say = words();
const dist = process.env.ASKELMA_DIST ?? '../dist';
const sub = process.env.ASKELMA_SUB_DIST ?? '../target/askelma/sub-path';

const base = (page: Page) => page.locator('meta[name="askelma-base"]').getAttribute('content');
const moods = (page: Page) => page.locator('main a[href*="/mood/"]');

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await started(page);
}

/** The first run; a diary that is there already is opened as it is, under the name that it has. */
async function firstRun(page: Page, name: string, greeted = name): Promise<void> {
  await page.getByRole('button', { name: say('welcome.young') }).click();
  await page.getByLabel(say('welcome.name_field')).fill(name);
  await press(page, 'welcome.next');
  await page.getByRole('link', { name: say('begin.mood') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(greeted);
}

async function withBoth(walk: (atRoot: string, below: string) => Promise<void>): Promise<void> {
  const [first, second] = [await host(dist), await host(sub)];
  const site = await oneOrigin(first, second);
  try {
    await walk(site.address, site.below);
  } finally {
    for (const one of [site, first, second]) await one.stop();
  }
}

test('each has its own diary, choices and page, whatever is lost of the choices', async ({ page, context }) => {
  await withBoth(async (atRoot, below) => {
    await open(page, atRoot);
    await kept(page);
    await firstRun(page, 'Aino');
    await face(page, 4).click();
    await saved(page);

    // The service worker at / leaves what lies below it to itself.
    const other = await context.newPage();
    await open(other, below);
    expect(await base(other)).toBe('/x/');
    await expect(other.getByRole('heading', { name: say('welcome.who') })).toBeVisible();
    await kept(other);
    await firstRun(other, 'Eetu');
    await expect(moods(other)).toHaveCount(0);
    expect(await databases(page)).toEqual(['askelma /x/-young', 'askelma-index', 'askelma-young']);
    const own = await everything(page, 'askelma-young');

    // Whoever comes first after that finds the same names.
    await page.evaluate(() => localStorage.clear());
    await open(other, below);
    await expect(other.getByRole('heading', { name: say('welcome.who') })).toBeVisible();
    await firstRun(other, 'Nobody', 'Eetu');
    expect(await other.evaluate(() => localStorage.getItem('askelma-first-base'))).toBe('/');
    expect(await everything(page, 'askelma-young')).toBe(own);

    // Deleting at one leaves the other as it is.
    await open(other, below + routes.data);
    await press(other, 'settings.delete');
    await press(other, 'settings.delete_do');
    await expect(other.getByRole('heading', { name: say('welcome.who') })).toBeVisible();
    expect(await everything(page, 'askelma-young')).toBe(own);
    expect(JSON.parse(await everything(page, 'askelma /x/-young')).shards).toEqual([]);
  });
});

test('the one that runs first keeps the names of before', async ({ page }) => {
  await withBoth(async (atRoot, below) => {
    await open(page, below);
    await firstRun(page, 'Eetu');
    await open(page, atRoot);
    await expect(page.getByRole('heading', { name: say('welcome.who') })).toBeVisible();
    await firstRun(page, 'Aino');
    expect(await databases(page)).toEqual(['askelma /-young', 'askelma-index', 'askelma-young']);
    await open(page, below);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Eetu');
  });
});

test('without a network each opens its own page', async ({ page, context }) => {
  const [first, second] = [await host(dist), await host(sub)];
  const site = await oneOrigin(first, second);
  for (const address of [site.address, site.below]) {
    await open(page, address);
    await kept(page);
  }
  for (const one of [site, first, second]) await one.stop();
  await context.setOffline(true);
  for (const [address, expected] of [[site.address, '/'], [site.below, '/x/'], [site.below + routes.people, '/x/']]) {
    await open(page, address);
    expect(await base(page)).toBe(expected);
  }
});
